/** Two languages that Blockly ships without types. */
declare module "blockly/msg/ga";
declare module "blockly/msg/mt";
