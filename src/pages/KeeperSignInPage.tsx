import type { Frame } from "./frame.ts";
import { Layout } from "./parts/Layout.tsx";
import { TopBar } from "./parts/TopBar.tsx";

/** The keeper's door: being on the same computer is no key, the printed link is. */
export const KeeperSignInPage = (props: { readonly frame: Frame; readonly wasWrong: boolean }) => {
  const { say, links } = props.frame;
  return (
    <Layout
      frame={props.frame}
      title={say("sign-in.title")}
      sheets={["home", "keeper"]}
      top={<TopBar frame={props.frame} place={null} />}
    >
      <div class="wrap narrow">
        <h1>{say("sign-in.title")}</h1>
        <p class="lead">{say("sign-in.text")}</p>
        {props.wasWrong ? (
          <p class="standing" role="alert">
            {say("sign-in.wrong")}
          </p>
        ) : null}
        <form method="post" action={links.keeperSignIn()} class="stack">
          <label for="token">{say("sign-in.token")}</label>
          <input id="token" name="token" type="password" required autocomplete="off" />
          <button class="button" type="submit">
            {say("sign-in.go")}
          </button>
        </form>
      </div>
    </Layout>
  );
};
