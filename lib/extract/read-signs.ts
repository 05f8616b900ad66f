/** What around a text says that it may not be all: walls, texts held back, further pages. */
import type { PageSigns } from '../model/page-reading';
import { absoluteAddress } from './absolute-address';
import { select } from './dom';
import { findNextPage } from './next-page';

const loginNames =
  '[class*="login-wall" i],[class*="loginwall" i],[class*="signin-wall" i],[class*="regwall" i],[class*="registration-wall" i],[class*="login-modal" i],[class*="login-mask" i],[id*="login-wall" i],[class*="need-login" i]';
const loginWords =
  /(?:sign|log) in (?:to|and) (?:read|continue|view|see)|(?:register|create (?:a free|an) account) (?:to|and) (?:read|continue|view)|登录后(?:可|才能|即可)?(?:查看|阅读|继续)|(?:请先|立即)登录(?:后|以)?(?:查看|阅读|继续)|登陆后(?:查看|阅读)|扫码登录(?:后)?(?:查看|阅读)/iu;
const cutWords =
  /^(?:continue reading|keep reading|read (?:the )?(?:full|more|rest)[^.]{0,20}|show (?:full article|more)|view full (?:article|story)|展开(?:全文|阅读全文|剩余\S{0,6})|阅读全文|查看(?:全文|余下全文|剩余)\S{0,8}|点击(?:展开|查看)?(?:阅读)?全文|打开\S{0,8}(?:APP|客户端)\S{0,6}(?:阅读|查看)\S{0,4}|继续阅读|余下全文)\s*[.…»›>↓▼]*$/iu;
const beside = 'nav,aside,footer,[class*="related" i],[class*="recommend" i],[class*="comment" i],[class*="sidebar" i]';
/** Text that is read for words of a wall, in characters: walls stand in the article or right behind it. */
const mostText = 200_000;

/** Looks at a live page and changes nothing; `selectors` lead to the next page where the site has a rule. */
export function readSigns(document: Document, selectors: readonly string[] = []): PageSigns {
  const text = (document.body?.textContent ?? '').slice(0, mostText);
  const base = absoluteAddress(document.baseURI, document.URL) ?? document.URL;
  return {
    wantsLogin: document.querySelector(loginNames) !== null || loginWords.test(text),
    isCut: select(document, 'a,button,[role="button"],[class*="expand" i],[class*="more" i]').some(holdsBack),
    paragraphs: countParagraphs(document),
    ...(/^https?:/u.test(base) ? findNextPage(document, base, selectors) : { next: null, total: null }),
  };
}

/** A control that opens the rest of this text; one with a card, a picture or a list around it opens another. */
function holdsBack(control: Element): boolean {
  if (
    (control.textContent?.length ?? 0) > 60 ||
    !cutWords.test((control.textContent ?? '').replace(/\s+/gu, ' ').trim())
  )
    return false;
  return !control.closest(`${beside},li,h2,h3,[class*="card" i],[class*="teaser" i],[class*="list" i]`);
}

function countParagraphs(document: Document): number {
  let total = 0;
  for (const paragraph of select(document, 'p')) {
    const length = paragraph.textContent?.trim().length ?? 0;
    if (length > 40 && !paragraph.closest(beside)) total += length;
  }
  return total;
}
