/** Our blocks' colours and measures. The text colours stand in blocks.css. */
import * as Blockly from "blockly/core";

const style = (colourPrimary: string, colourTertiary: string) => ({
  colourPrimary,
  colourSecondary: colourPrimary,
  colourTertiary,
  hat: "",
});

/** The primary colours are the tokens `--block-*`; the tertiary ones are their edges. */
export const THEME = Blockly.Theme.defineTheme("codora", {
  name: "codora",
  blockStyles: {
    codora_start: { ...style("#ffc53d", "#b78c2b"), hat: "cap" },
    codora_motion: style("#0a6a94", "#074c6a"),
    codora_light: style("#6a2c70", "#4c1f50"),
    codora_loop: style("#ff9c86", "#b86f60"),
    codora_logic: style("#0b4a37", "#083527"),
  },
  componentStyles: { scrollbarOpacity: 0.45 },
  fontStyle: { family: '"Geologica Variable", "Source Sans 3 Variable", sans-serif', weight: "560", size: 13 },
});

/** Blocks as tall as a finger is wide. */
export const MEASURES = {
  MIN_BLOCK_HEIGHT: 40,
  DUMMY_INPUT_MIN_HEIGHT: 40,
  CORNER_RADIUS: 8,
  FIELD_BORDER_RECT_RADIUS: 15,
  FIELD_BORDER_RECT_X_PADDING: 12,
  FIELD_DROPDOWN_BORDER_RECT_HEIGHT: 32,
  FIELD_BORDER_RECT_HEIGHT: 32,
  EMPTY_STATEMENT_INPUT_HEIGHT: 40,
  STATEMENT_INPUT_PADDING_LEFT: 22,
  START_HAT_HEIGHT: 14,
};
