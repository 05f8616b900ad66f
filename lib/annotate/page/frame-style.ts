/** The style sheet of the highlighter's own frames: bar and panel, in light and dark, at any size of text. */
import { marks } from './page-style';

const swatches = Object.entries(marks)
  .map(
    ([colour, { ground, line, style }]) =>
      `[data-colour=${colour}] { --mark: ${ground}; --line-of: ${line}; --style-of: ${style}; }`,
  )
  .join('\n');

export const frameStyle = `
html { color-scheme: light; background: transparent; }
body { margin: 0; background: transparent; overflow: hidden; font: 400 0.875rem/1.4 system-ui, sans-serif; }
body > div { inline-size: max-content; box-sizing: border-box; vertical-align: top; overflow: auto; padding: 6px 8px 12px; }
.card {
  --ground: #fffdf8; --ink: #1d1b16; --soft: #5c574c; --line: #d8d2c4; --hover: #efeadf; --accent: #0b5563; --on-accent: #fff; --warn: #8a4b00;
  color-scheme: light; box-sizing: border-box; display: flex; flex-direction: column; gap: 8px; padding: 6px;
  border: 1px solid var(--line); border-radius: 8px; background: var(--ground); color: var(--ink);
  box-shadow: 0 2px 8px rgb(0 0 0 / .22); cursor: default;
}
.dark .card { --ground: #2a2925; --ink: #f4f1ea; --soft: #c4beb1; --line: #4a463d; --hover: #3a3832; --accent: #6cc3d5; --on-accent: #0b1f24; --warn: #f0b35e; color-scheme: dark; }
/* As wide as its buttons and never wider than the window; the fields take that width. */
.bar .field { inline-size: 0; min-inline-size: 100%; }
.row { display: flex; flex-wrap: wrap; align-items: center; gap: 4px; }
.rule { inline-size: 1px; block-size: 1.25rem; background: var(--line); }
button, input, textarea { font: inherit; color: inherit; }
button { display: inline-flex; align-items: center; justify-content: center; gap: 6px; min-inline-size: 2rem; min-block-size: 2rem; padding: 0 8px; border: 1px solid transparent; border-radius: 6px; background: transparent; cursor: pointer; white-space: nowrap; }
button:hover { background: var(--hover); }
button.text { border-color: var(--line); padding: 0 12px; }
button.main { background: var(--accent); color: var(--on-accent); font-weight: 600; }
button.icon { padding: 0; inline-size: 2rem; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
svg { inline-size: 1.125rem; block-size: 1.125rem; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
button.colour { inline-size: 2rem; padding: 0; }
button.colour span { display: block; box-sizing: border-box; inline-size: 1.375rem; block-size: 1.375rem; border-radius: 50%; background: var(--mark); border: 1px solid var(--line-of); forced-color-adjust: none; }
button.colour span::after { content: 'a'; display: block; text-align: center; font: 600 0.8125rem/1.1rem Georgia, serif; color: #1d1b16; text-decoration: underline var(--style-of) 1px var(--line-of); }
button.colour[aria-pressed=true] { border-color: var(--ink); }
.card button.colour[aria-pressed=true] span { border-width: 2px; border-color: #1d1b16; }
${swatches}
textarea, input { box-sizing: border-box; inline-size: 100%; min-block-size: 2rem; padding: 6px 8px; border: 1px solid var(--soft); border-radius: 6px; background: transparent; }
textarea { resize: vertical; min-block-size: 4.5rem; }
.field { display: grid; grid-template-columns: minmax(0, 1fr); gap: 4px; }
.field label { font-size: 0.8125rem; color: var(--soft); }
.tags { display: flex; flex-wrap: wrap; gap: 4px; margin: 0; padding: 0; list-style: none; }
.tags button { min-block-size: 1.75rem; border-color: var(--line); font-size: 0.8125rem; white-space: normal; }
.offers { padding-block-start: 2px; }
.offers button { border-style: dashed; border-color: var(--soft); color: var(--soft); }
.tags svg { inline-size: .875rem; block-size: .875rem; }
[hidden] { display: none !important; }
.panel { inline-size: 24rem; max-inline-size: 100%; padding: 10px 12px; gap: 4px; }
.panel h2 { margin: 0; font-size: 0.875rem; font-weight: 600; flex: 1 1 8rem; }
.panel p { margin: 0; color: var(--soft); }
.panel p.problem { color: var(--warn); }
.panel p:empty { display: none; }
.list { display: grid; gap: 8px; margin: 0; padding: 4px 0 0; list-style: none; overflow: auto; max-block-size: calc(var(--room) / 2); }
.list li { position: relative; display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 4px; align-items: start; padding-inline-start: 12px; }
.list li::before { content: ''; position: absolute; inset-block: 0; inset-inline-start: 0; inline-size: 4px; background: var(--line-of); forced-color-adjust: none; }
.heard { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
.list .go { display: grid; justify-items: start; text-align: start; white-space: normal; padding: 2px 4px; min-block-size: 0; overflow-wrap: anywhere; }
.list .quote { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; }
.list .lost { color: var(--warn); font-size: 0.8125rem; }
.list .said { color: var(--soft); font-size: 0.8125rem; overflow-wrap: anywhere; }
@media (forced-colors: active) {
  .card, .dark .card { --ground: Canvas; --ink: CanvasText; --soft: CanvasText; --line: CanvasText; --hover: Canvas; --accent: Highlight; --on-accent: HighlightText; --warn: CanvasText; }
  button.main { forced-color-adjust: none; }
  button:hover { outline: 1px solid Highlight; }
   button.colour[aria-pressed=true] { border: 3px solid Highlight; }
}
`;
