/** DOMPurify with this project's allow-list: the one instance, its configuration and its hooks. */
import purifier, { type Config } from 'dompurify';
import { allowedAttributes, allowedTags, droppedWithContent } from '../model/article-html';
import { imageAddress, linkAddress } from './addresses';

const everywhere = new Set(allowedAttributes['*']);
const byTag = new Map(Object.entries(allowedAttributes).map(([tag, names]) => [tag, new Set(names)]));
const attributeNames = [...new Set(Object.values(allowedAttributes).flat())];
const addressAttributes = ['href', 'src', 'cite'];
const wholeNumber = /^\d{1,5}$/u;

const configuration: Config = {
  ALLOWED_TAGS: [...allowedTags],
  ALLOWED_ATTR: attributeNames,
  // Without this every attribute is tested as an address; the hook below tests those that are.
  ADD_URI_SAFE_ATTR: attributeNames.filter((name) => !addressAttributes.includes(name)),
  ALLOWED_URI_REGEXP: /^(?:https?|mailto):/iu,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOW_UNKNOWN_PROTOCOLS: false,
  KEEP_CONTENT: true,
  FORBID_CONTENTS: [...droppedWithContent],
  SANITIZE_DOM: true,
};

function isAllowed(tag: string, attribute: string, value: string): boolean {
  if (!everywhere.has(attribute) && !byTag.get(tag)?.has(attribute)) return false;
  if (attribute === 'href') return linkAddress(value) !== null;
  if (attribute === 'src' || attribute === 'cite') return imageAddress(value) !== null;
  if (attribute === 'width' || attribute === 'height' || attribute === 'span') return wholeNumber.test(value);
  return true;
}

let isHooked = false;

/** The children of `tree`, which it loses, by the allow-list in a body of an inert document. */
export function purify(tree: Element): HTMLElement {
  if (!isHooked)
    purifier.addHook('uponSanitizeAttribute', (element, data) => {
      data.keepAttr = isAllowed(element.localName, data.attrName, data.attrValue);
    });
  isHooked = true;
  const children = tree.ownerDocument.createDocumentFragment();
  while (tree.firstChild) children.append(tree.firstChild);
  const body = purifier.sanitize(children, { ...configuration, RETURN_DOM: true }) as unknown as HTMLElement;
  for (const image of body.querySelectorAll('img:not([src])')) image.remove();
  for (const link of body.querySelectorAll('a:not([href])')) link.replaceWith(...link.childNodes);
  return body;
}
