/** Importer: W3C Web Annotations as JSON-LD (https://www.w3.org/TR/annotation-model/): a page, a collection or a list. */
import { highlightColours } from '../../model/annotation';
import type { ImportedClip, Importer, ImportProblem, Place } from '../format';
import { readJsonSource } from '../reading/entries';
import { makeClip, makeRemark, readLine, readList, readObject, readTags, readText, readTime } from '../reading/fields';

type Fields = Readonly<Record<string, unknown>>;

export const webAnnotations: Importer = {
  id: 'web-annotations',
  label: 'import_format_web_annotations',
  hint: 'import_format_web_annotations_hint',
  recognise: ({ heads }) =>
    heads.some(({ head }) => /^\s*[[{]/u.test(head) && /"https?:\/\/www\.w3\.org\/ns\/anno\.jsonld"/u.test(head))
      ? 'certain'
      : 'no',
  read: (source) =>
    readJsonSource(
      source,
      [['*'], ['items', '*'], ['first', 'items', '*']],
      () => readAnnotation,
      (path) => source.files.length === 1 || /\.jsonld?$/iu.test(path),
    ),
};

function readAnnotation(annotation: Fields, at: Place): ImportedClip | ImportProblem {
  const target = readObject(oneOf(annotation.target));
  const bodies = listOf(annotation.body).map((body) => (typeof body === 'string' ? { value: body } : readObject(body)));
  const isTag = (body: Fields) => [body.purpose, annotation.motivation].find(Boolean) === 'tagging';
  const tags = readTags(bodies.filter(isTag).map(({ value }) => value));
  const note = bodies
    .filter((body) => !isTag(body))
    .map(({ value }) => readText(value))
    .filter(Boolean)
    .join('\n\n');
  const quote = listOf(target.selector)
    .map(readObject)
    .find(({ type }) => type === 'TextQuoteSelector')?.exact;
  return makeClip({
    at,
    url: addressOf(annotation.target),
    language: readLine(readObject(oneOf(annotation.target)).language, 20) || null,
    savedAt: readTime(annotation.created),
    ...makeRemark({ quote, note, tags, at: annotation.created, colour: colourOf(target) }),
  });
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? readList(value) : value ? [value] : []);
const oneOf = (value: unknown): unknown => listOf(value)[0];

/** The page: a target is an address, a resource, or a part of one; an image is part of the page it is shown in. */
function addressOf(target: unknown): unknown {
  const one = oneOf(target);
  if (typeof one === 'string') return one;
  const { id, source, scope } = readObject(one);
  const { id: sourceId } = readObject(source);
  return [oneOf(scope), source, sourceId, id].find((address) => typeof address === 'string');
}

/** Colours are classes there; ours say theirs at the end. */
function colourOf({ styleClass }: Fields): unknown {
  const words = readLine(oneOf(styleClass))
    .toLowerCase()
    .split(/[^a-z]+/u);
  return highlightColours.find((colour) => words.includes(colour));
}
