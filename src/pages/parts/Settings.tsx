import { TEXT_SIZES, THEMES, type Frame } from "../frame.ts";

interface ChoiceProps {
  readonly frame: Frame;
  readonly name: "theme" | "size";
  readonly options: readonly string[];
  readonly chosen: string;
}

const Choice = ({ frame, name, options, chosen }: ChoiceProps) => (
  <fieldset>
    <legend>{frame.say(`settings.${name}.title`)}</legend>
    {options.map((option) => (
      <label class={`choice choice-${option}`}>
        <input type="radio" name={name} value={option} checked={option === chosen} />
        <span>{frame.say(`settings.${name}.${option}`)}</span>
      </label>
    ))}
  </fieldset>
);

/** The panel "Aa": theme and text size. A plain form; the script only saves the click on the button. */
export const Settings = ({ frame }: { readonly frame: Frame }) => (
  <details class="menu settings">
    <summary aria-label={frame.say("settings.open")}>Aa</summary>
    <form method="post" action={frame.links.settings()} class="menu-panel" data-settings>
      <Choice frame={frame} name="theme" options={THEMES} chosen={frame.theme} />
      <Choice frame={frame} name="size" options={TEXT_SIZES} chosen={frame.textSize} />
      <input type="hidden" name="back" value={frame.here} />
      <button class="button small" type="submit">
        {frame.say("settings.use")}
      </button>
    </form>
  </details>
);
