import type { Frame } from "../frame.ts";
import { FormKey } from "./FormKey.tsx";

/** Where the keeper hands in files: a plain form; with scripts also a place to drop a folder on. */
export const DeliveryForm = ({ frame }: { readonly frame: Frame }) => {
  const { say, links } = frame;
  return (
    <form
      method="post"
      action={links.deliveries()}
      enctype="multipart/form-data"
      class="delivery"
      data-uploads={links.uploads()}
      data-say-sending={say("delivery.sending", { done: "{done}", total: "{total}" })}
      data-say-reading={say("delivery.reading")}
      data-say-failed={say("delivery.failed", { name: "{name}", reason: "{reason}" })}
      data-say-empty={say("delivery.empty")}
      data-say-left={say("delivery.left")}
    >
      <FormKey frame={frame} />
      <p class="promise">
        <strong>{say("delivery.promise")}</strong>
      </p>
      <p class="drop-hint" hidden data-drop-hint>
        {say("delivery.drop")}
      </p>
      <div class="fields">
        <p>
          <label for="delivery-name">{say("delivery.name")}</label>
          <input
            id="delivery-name"
            name="name"
            type="text"
            maxlength={120}
            aria-describedby="delivery-name-help"
          />
          <span id="delivery-name-help" class="muted small-print">
            {say("delivery.name-help")}
          </span>
        </p>
        <p>
          <label for="delivery-folder">{say("delivery.folder")}</label>
          <input id="delivery-folder" name="folder" type="file" webkitdirectory="" multiple />
        </p>
        <p>
          <label for="delivery-files">{say("delivery.files")}</label>
          <input id="delivery-files" name="files" type="file" multiple />
        </p>
      </div>
      <button class="button lamp" type="submit">
        {say("delivery.go")}
      </button>
      <div role="status" data-status />
    </form>
  );
};
