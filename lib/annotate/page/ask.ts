/** How the highlighter in a page asks the background. */
import type { HighlighterAnswer, HighlighterRequestName, HighlighterRequests } from '../../model/requests';

export type Ask = <Name extends HighlighterRequestName>(
  name: Name,
  input: Omit<HighlighterRequests[Name]['input'], 'token'>,
) => Promise<HighlighterAnswer<Name>>;

/** The same, but each is asked when the one before has been answered: an edit never overtakes what it edits. */
export function inOrder(ask: Ask): Ask {
  let last: Promise<unknown> = Promise.resolve();
  return (name, input) => {
    const answer = last.then(() => ask(name, input));
    last = answer;
    return answer;
  };
}
