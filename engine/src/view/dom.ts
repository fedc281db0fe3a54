/** Making elements: a tag, its attributes and listeners, its children. Nothing is ever set as HTML text. */

type Value = string | number | boolean | null | undefined;
/** Attributes by name; `onclick` and the like take a listener. False, null and undefined leave an attribute out. */
export type Attributes = Readonly<Record<string, Value | ((event: never) => void)>>;
export type Child = Node | string | null | false | undefined;

const SVG = "http://www.w3.org/2000/svg";

export function h<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[T] {
  return filled(document.createElement(tag), attributes, children);
}

export function s<T extends keyof SVGElementTagNameMap>(
  tag: T,
  attributes: Attributes = {},
  ...children: Child[]
): SVGElementTagNameMap[T] {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

function filled<E extends Element>(element: E, attributes: Attributes, children: readonly Child[]): E {
  setAttributes(element, attributes);
  element.append(...present(children));
  return element;
}

export function setAttributes(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value as EventListener);
    else if (value === false || value === null || value === undefined) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
}

/** Puts other children in place of the present ones. The focus stays with the element of the same `data-key`. */
export function replaceChildren(host: Element, ...children: Child[]): void {
  const key = host.contains(document.activeElement)
    ? (document.activeElement as HTMLElement).dataset?.["key"]
    : undefined;
  host.replaceChildren(...present(children));
  if (key) host.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
}

function present(children: readonly Child[]): (Node | string)[] {
  return children.filter((child): child is Node | string => child !== null && child !== false && child !== undefined);
}
