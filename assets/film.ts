/** Films: nothing of one is loaded before somebody starts it. Without this script its still is a link to the file. */
export function connectFilms(root: ParentNode = document): void {
  for (const start of root.querySelectorAll<HTMLAnchorElement>(".film__start")) {
    start.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      replaceByPlayer(start);
    });
  }
}

function replaceByPlayer(start: HTMLAnchorElement): void {
  const video = document.createElement("video");
  video.src = start.href;
  video.controls = true;
  video.playsInline = true;
  const still = start.querySelector("img");
  if (still) video.poster = still.currentSrc || still.src;
  const tracks = start.parentElement?.querySelector("template");
  if (tracks) video.append(tracks.content.cloneNode(true));
  video.ariaLabel = start.dataset["title"] ?? "";
  start.replaceWith(video);
  video.focus();
  void video.play();
}
