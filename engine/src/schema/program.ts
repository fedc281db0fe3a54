/**
 * The intermediate representation (IR): one program, shown as strip, blocks and Python alike.
 *
 * A program is a tree of statements. Every statement has an id that is unique in its program and stays with it
 * through edits, so that a trace can name the statement that ran whatever view shows it.
 */
export interface Program {
  readonly ir: 1;
  readonly body: readonly Statement[];
}

/** Something the world can do: `move`, `turn_left` … Which names exist is the world's business. */
export interface Call {
  readonly id: string;
  readonly kind: "call";
  readonly action: string;
}

export interface Repeat {
  readonly id: string;
  readonly kind: "repeat";
  /** How often, at least 1; `null` while the learner has not chosen a number. */
  readonly times: number | null;
  readonly body: readonly Statement[];
}

/** Repeat until the condition is true; it is asked before each round. */
export interface Until {
  readonly id: string;
  readonly kind: "until";
  readonly condition: Condition;
  readonly body: readonly Statement[];
}

export interface If {
  readonly id: string;
  readonly kind: "if";
  readonly condition: Condition;
  readonly body: readonly Statement[];
  /** Present, even if empty, exactly when the statement has an else branch. */
  readonly otherwise?: readonly Statement[];
}

/** A sensor of the world, such as `path_ahead`; `null` while the learner has not chosen one. */
export interface Condition {
  readonly sensor: string | null;
  readonly not?: true;
}

export type Statement = Call | Repeat | Until | If;
