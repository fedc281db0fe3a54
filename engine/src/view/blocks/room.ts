/** How Blockly uses its room: the program stands at the top, nothing scrolls that fits, the toolbox is no wider than needed. */
import * as Blockly from "blockly/core";

const MARGIN = 20;
/** Below the last block there is room for the next one. */
const NEXT_BLOCK = 64;
/** A toolbox's block is 44 px high. */
const TOOLBOX_SCALE = 0.88;

/**
 * The sheet on which the program stands: what is seen now, where the program is at home, and all of its blocks. So
 * nothing moves by itself while blocks are dragged about.
 */
class Sheet extends Blockly.MetricsManager {
  protected override getPaddedContent_(
    view: Blockly.MetricsManager.ContainerRegion,
    content: Blockly.MetricsManager.ContainerRegion,
  ): { top: number; bottom: number; left: number; right: number } {
    const home = homeOf(this.workspace_, view, content);
    return {
      top: Math.min(view.top, home.top),
      left: Math.min(view.left, home.left, content.left - MARGIN),
      bottom: Math.max(
        view.top + view.height,
        home.top + view.height,
        content.top + content.height + NEXT_BLOCK,
      ),
      right: Math.max(
        view.left + view.width,
        home.left + view.width,
        content.left + content.width + MARGIN,
      ),
    };
  }
}

/** Top and left of the view that has the program's first block in its first corner. */
function homeOf(
  { RTL }: Blockly.WorkspaceSvg,
  view: Blockly.MetricsManager.ContainerRegion,
  content: Blockly.MetricsManager.ContainerRegion,
): { top: number; left: number } {
  const left = RTL ? content.left + content.width + MARGIN - view.width : content.left - MARGIN;
  return { top: content.top - MARGIN, left };
}

export function goHome(workspace: Blockly.WorkspaceSvg): void {
  const metrics = workspace.getMetricsManager();
  const { top, left } = homeOf(workspace, metrics.getViewMetrics(), metrics.getContentMetrics());
  workspace.scroll(-left, -top);
}

class Toolbox extends Blockly.VerticalFlyout {
  override getFlyoutScale(): number {
    return TOOLBOX_SCALE;
  }

  protected override layout_(contents: Blockly.FlyoutItem[]): void {
    super.layout_(contents);
    this.workspace_.scale = TOOLBOX_SCALE;
  }
}

/** For `Blockly.inject`. */
export const PLUGINS = {
  [Blockly.registry.Type.METRICS_MANAGER.toString()]: Sheet,
  [Blockly.registry.Type.FLYOUTS_VERTICAL_TOOLBOX.toString()]: Toolbox,
};

/** Says to CSS which scrollbars have something to scroll. */
export function markOverflow(element: HTMLElement, workspace: Blockly.WorkspaceSvg): void {
  const { viewWidth, viewHeight, scrollWidth, scrollHeight } = workspace.getMetrics();
  element.classList.toggle("is-wide", scrollWidth > viewWidth + 1);
  element.classList.toggle("is-long", scrollHeight > viewHeight + 1);
  const toolbox = workspace.getFlyout()?.getWorkspace().getMetrics();
  element.classList.toggle("has-long-toolbox", !!toolbox && toolbox.scrollHeight > toolbox.viewHeight + 1);
}
