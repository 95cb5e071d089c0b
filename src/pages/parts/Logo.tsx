/** The fanlight: a half-round window with its middle pane lit. Decoration; the name stands beside it. */
export const Logo = (props: { readonly size: "mark" | "hero" }) => (
  <svg class={`logo logo-${props.size}`} viewBox="0 10 64 44" aria-hidden="true" focusable="false">
    <path
      class="frame"
      d="M1.5 44A30.5 30.5 0 0 1 62.5 44L59.9 44A27.9 27.9 0 0 0 4.1 44ZM43 44L59 44A27 27 0 0 0 54.58 29.2L41.6 38.63A11 11 0 0 1 43 44ZM22.4 38.63L9.42 29.2A27 27 0 0 0 5 44L21 44A11 11 0 0 1 22.4 38.63ZM1.5 47H62.5V51H1.5Z"
    />
    <path
      class="pane"
      d="M40.07 36.53L53.05 27.1A27 27 0 0 0 41.57 18.75L36.61 34.01A11 11 0 0 1 40.07 36.53ZM27.39 34.01L22.43 18.75A27 27 0 0 0 10.95 27.1L23.93 36.53A11 11 0 0 1 27.39 34.01Z"
    />
    <path
      class="lit"
      d="M34.14 33.21L39.1 17.95A27 27 0 0 0 24.9 17.95L29.86 33.21A11 11 0 0 1 34.14 33.21ZM24 44A8 8 0 0 1 40 44Z"
    />
  </svg>
);
