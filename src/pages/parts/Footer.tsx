import type { Frame } from "../frame.ts";

/** The foot of each page: the way to words and rights, and the program's name. */
export const Footer = ({ frame }: { readonly frame: Frame }) => (
  <footer class="foot">
    <p>
      {frame.archiveName === "" ? null : (
        <>
          <a href={frame.links.about()}>{frame.say("footer.about")}</a>
          {" · "}
          <a href={`${frame.links.about()}#hidden`}>{frame.say("footer.mine")}</a>
          {" · "}
        </>
      )}
      <a href={frame.links.keeper()}>{frame.say("footer.keeper")}</a>
    </p>
    <p class="muted">{frame.say("footer.kept-with")}</p>
  </footer>
);
