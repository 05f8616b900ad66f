/** The one style sheet of an exported page: inline, readable, under 8 KB, and the same for every post. */

/** Text of the page's `<style>`; the extension's content security policy allows exactly this text in the preview. */
export const pageStyle = `:root{color-scheme:light dark}body{max-inline-size:40rem;margin:2rem auto;padding-inline:1rem}img{max-inline-size:100%;block-size:auto}`;
