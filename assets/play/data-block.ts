/** Reads the JSON that the page brings along: `<script type="application/json" id="…">`. Null when it has none. */
export function dataBlock<T>(id: string): T | null {
  const text = document.getElementById(id)?.textContent;
  return text ? (JSON.parse(text) as T) : null;
}
