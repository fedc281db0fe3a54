/** CSS rules of the house: the standard set, plus what keeps right-to-left and the layers working. */
const physical = "Use a logical property (inline/block, start/end), so that right-to-left works by itself.";

export default {
  extends: ["stylelint-config-standard"],
  rules: {
    "property-disallowed-list": [
      ["/^(margin|padding|border)-(top|right|bottom|left)/", "top", "right", "bottom", "left", "float", "clear"],
      { message: physical },
    ],
    "declaration-property-value-disallowed-list": [{ "text-align": ["left", "right"] }, { message: physical }],
    "declaration-no-important": true,
    "selector-max-id": 0,
    // BEM, as in button--quiet and card__body.
    "selector-class-pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*(__[a-z0-9]+(-[a-z0-9]+)*)?(--[a-z0-9]+(-[a-z0-9]+)*)?$",
    // A step below the base size is `--step--1`.
    "custom-property-pattern": "^[a-z][a-z0-9]*(-{1,2}[a-z0-9]+)*$",
    "import-notation": "string",
    "no-descending-specificity": null,
    "font-family-name-quotes": null,
    "comment-empty-line-before": null,
    "custom-property-empty-line-before": null,
  },
};
