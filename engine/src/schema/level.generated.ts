/* Written by `npm run types` from level.schema.json. Change that file, not this one. */

/**
 * @minItems 2
 * @maxItems 10
 */
export type MapRows = string[];
export type Direction = "north" | "east" | "south" | "west";
export type Concept = "sequence" | "repeat" | "until" | "if" | "if_else";
export type Block = "move" | "turn_left" | "turn_right" | "light" | "repeat" | "until" | "if" | "if_else";
/**
 * A sensor, or {not: sensor}.
 */
export type Question =
  | Sensor
  | {
      not: Sensor;
    };
export type Sensor = "path_ahead" | "path_left" | "path_right" | "at_lantern" | "at_goal";
/**
 * `move` is a call; {repeat: 4, do: […]}, {until: at_goal, do: […]}, {if: path_ahead, do: […], else: […]}. A condition may be {not: path_ahead}. `null` stands for a number or condition not chosen yet.
 */
export type ShorthandStatement =
  | ("move" | "turn_left" | "turn_right" | "light")
  | {
      repeat: number | null;
      do: Shorthand;
    }
  | {
      until: ShorthandCondition;
      do: Shorthand;
    }
  | {
      if: ShorthandCondition;
      do: Shorthand;
      else?: Shorthand;
    };
export type ShorthandCondition = Question | null;
export type Shorthand = ShorthandStatement[];
/**
 * [row, column], counting from one.
 *
 * @minItems 2
 * @maxItems 2
 */
export type AuthorCell = [number, number];
/**
 * `{light: all}`: every lantern is lit. `{light: any}`: at least one is. `{reach: G}`: Ora stands on the goal at the end. `{use: repeat}`: the program has this block.
 */
export type Goal =
  | {
      light: "all" | "any";
    }
  | {
      reach: "G";
    }
  | {
      use: Control;
    };
export type Control = "repeat" | "until" | "if" | "if_else";
export type Result = "won" | "goal_unmet" | "crash" | "misplaced" | "endless" | "structure";
/**
 * What to point at: a block of the toolbox, or a cell.
 */
export type Show =
  | {
      block: Block;
    }
  | {
      cell: AuthorCell;
    };

/**
 * One level of an activity, as an author writes it. Text for learners is never here: it stands by key in text.<language>.yaml beside the activity.
 */
export interface LevelFile {
  schema: 1;
  /**
   * build: from nothing. predict: say first what the shown program will do, then run it. fix: a program with a mistake. complete: a program with a part left out. parsons: the right blocks, to be put in order. create: a town and a program of one's own.
   */
  kind: "build" | "predict" | "fix" | "complete" | "parsons" | "create";
  world: WorldFile;
  /**
   * Other maps that the same program must solve too, so that an answer learned by heart does not win. The first map is `world.map` itself.
   *
   * @minItems 1
   */
  variants?: Variant[];
  concepts: {
    /**
     * @maxItems 2
     */
    new: Concept[];
    uses: Concept[];
  };
  /**
   * The blocks on offer, in this order.
   *
   * @minItems 1
   */
  toolbox: Block[];
  /**
   * The conditions on offer in until, if and if_else, in this order; `{not: path_ahead}` is one of its own. Needed when the toolbox has one of them.
   *
   * @minItems 1
   */
  sensors?: Question[];
  /**
   * The numbers on offer in repeat; 2 to 9 when absent.
   */
  numbers?: {
    from: number;
    to: number;
  };
  /**
   * What stands in the program area at first: nothing when absent. In a parsons level: the blocks to order, in the order in which they are offered.
   */
  start?: {
    program: Shorthand;
  };
  /**
   * The question of a predict level: in which cell will Ora stand at the end? Proven against the trace. Text key `predict`.
   */
  predict?: {
    /**
     * Cells to choose from, [row, column] counting from one.
     *
     * @minItems 2
     * @maxItems 4
     */
    options: AuthorCell[];
    answer: AuthorCell;
  };
  /**
   * A question after the win, for the mark `explained`. Text keys `explain.ask` and `explain.<option>`.
   */
  explain?: {
    /**
     * @minItems 2
     * @maxItems 4
     */
    options: string[];
    answer: string;
  };
  /**
   * @minItems 1
   */
  goals: Goal[];
  limits: {
    /**
     * Statements a run may execute before it is stopped as endless.
     */
    steps: number;
    /**
     * Blocks of the shortest program that solves the level; proven. Conditions and numbers are part of their block.
     */
    blocks_ideal: number;
    /**
     * A cap on blocks, where it forces the insight.
     */
    blocks_max?: number;
  };
  /**
   * How many blocks the exhaustive search reaches when blocks_ideal − 1 is out of reach. At most three levels of a track.
   */
  search?: {
    bound: number;
    why: string;
  };
  /**
   * The first rule that fits is told. Then the engine's own messages follow.
   */
  feedback?: Rule[];
  /**
   * Three hints always: nudge (text `hints.nudge`), point (text `hints.point`, highlights this block or cell), parsons (text `hints.parsons`; the blocks of the first solution, to be ordered). A create level has none.
   */
  hints?: {
    point: Show;
  };
  /**
   * Programs that solve every variant. The first is the reference: it has blocks_ideal blocks.
   *
   * @minItems 1
   */
  solutions: {
    program: Shorthand;
    expect: {
      tidy: boolean;
    };
  }[];
  /**
   * Programs that learners are likely to write, and the message each must get: a `say` of this level or `engine.<key>` for one of the engine's own.
   */
  wrong?: {
    program: Shorthand;
    expect: {
      result: Result;
      say: string;
    };
  }[];
  /**
   * A failing program may get the engine's generic message here.
   */
  allow_generic?: true;
}
export interface WorldFile {
  type: "grid";
  /**
   * A town of content/places/towns.yaml: it sets houses, landmark and fact.
   */
  town: string;
  time: "day" | "dusk" | "night";
  map: MapRows;
  facing: Direction;
}
export interface Variant {
  map: MapRows;
  facing?: Direction;
}
export interface Rule {
  when: When;
  /**
   * Text key `feedback.<say>` (and `feedback.<say>_short`, at most 60 characters, where the long form is longer).
   */
  say: string;
  show?: Show;
}
/**
 * All of the named conditions must hold. `cell` and `faces`: where Ora stands and looks when the run ends.
 */
export interface When {
  result?: Result;
  /**
   * What Ora ran into (result: crash).
   */
  obstacle?: "house" | "landmark" | "tree" | "bench" | "water" | "puddle" | "ground" | "edge" | "gate";
  /**
   * Why light was in the wrong place (result: misplaced).
   */
  reason?: "no_lantern" | "already_lit";
  cell?: AuthorCell;
  lacks?: Block;
  uses?: Block;
  /**
   * The statement at fault is inside a repeat or until; the value is the loop kind: repeat or until.
   */
  in_loop?: "repeat" | "until";
  /**
   * This many lanterns are dark at the end.
   */
  unlit?: number;
  unlit_at_least?: number;
  /**
   * Whether Ora stands on the goal at the end.
   */
  at_goal?: boolean;
  blocks_at_least?: number;
  blocks_at_most?: number;
  /**
   * Whether the shown map failed, or only another one.
   */
  variant?: "first" | "other";
  faces?: Direction;
}
