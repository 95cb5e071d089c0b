/** A stretch of an original; `field` is `null` for words nothing was read from. */
export interface MarkedStretch {
  readonly text: string;
  readonly field: string | null;
  /** Stands in the gutter; `null` when another mark of the same line has it. */
  readonly label: string | null;
}

/** An original in typewriter type, its header spans marked, underlined and named in the gutter; the story itself only named. */
export const MarkedText = ({ stretches }: { readonly stretches: readonly MarkedStretch[] }) => (
  <pre class="original" tabindex={0}>
    {stretches.map((stretch) =>
      stretch.field === null ? (
        stretch.text
      ) : stretch.field === "story" ? (
        <span data-label={stretch.label ?? undefined}>{stretch.text}</span>
      ) : (
        <mark class={`sp-${stretch.field}`} data-label={stretch.label ?? undefined}>
          {stretch.text}
        </mark>
      ),
    )}
  </pre>
);
