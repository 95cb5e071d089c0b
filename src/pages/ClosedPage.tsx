import type { Frame } from "./frame.ts";
import { Layout } from "./parts/Layout.tsx";
import { Logo } from "./parts/Logo.tsx";
import { TopBar } from "./parts/TopBar.tsx";

/** All a visitor gets while nothing is open: no name, no count. */
export const ClosedPage = ({ frame }: { readonly frame: Frame }) => (
  <Layout
    frame={frame}
    title={frame.say("closed.title")}
    sheets={["home"]}
    top={<TopBar frame={frame} place={null} />}
  >
    <div class="wrap narrow alone">
      <Logo size="hero" />
      <h1>{frame.say("closed.title")}</h1>
      <p class="lead">{frame.say("closed.text")}</p>
      <p>
        <a href={frame.links.keeper()}>{frame.say("closed.keeper")}</a>
      </p>
    </div>
  </Layout>
);
