import { describe, expect, test } from 'vitest';
import { emailWithout, shareLinks } from '../../../lib/render/share';

const address = 'https://blog.example.com/a b/?x=1&y=2#z';
const title = '100% “new” & <b>+1</b> 真皮';
const picture = 'https://blog.example.com/images/1.png?a=1&b=2';
const links = new Map(shareLinks(address, title, picture));

describe('share links', () => {
  test.each([
    ['x', 'https://x.com/intent/post', { url: address, text: title }],
    ['linkedin', 'https://www.linkedin.com/sharing/share-offsite/', { url: address }],
    ['facebook', 'https://www.facebook.com/sharer/sharer.php', { u: address }],
    ['reddit', 'https://www.reddit.com/submit', { url: address, title }],
    ['whatsapp', 'https://wa.me/', { text: `${title} ${address}` }],
    ['telegram', 'https://t.me/share/url', { url: address, text: title }],
    ['weibo', 'https://service.weibo.com/share/share.php', { url: address, title, pic: picture }],
  ] as const)('hand address and headline to %s unchanged', (service, path, fields) => {
    const url = new URL(links.get(service) ?? '');
    expect(url.origin + url.pathname).toBe(path);
    expect(Object.fromEntries(url.searchParams)).toEqual(fields);
  });

  test('write an e-mail with spaces and line breaks that mail programs read', () => {
    const email = links.get('email') ?? '';
    const fields = new Map(
      email
        .replace('mailto:?', '')
        .split('&')
        .map((field) => field.split('=').map(decodeURIComponent) as [string, string]),
    );
    expect(email).not.toContain('+');
    expect(fields.get('subject')).toBe(title);
    expect(fields.get('body')).toBe(`${title}\r\n\r\n${address}`);
  });

  test('write an e-mail without an address from headline and paragraphs, leaving out empty ones', () => {
    const [, body = ''] = emailWithout(title, ['', 'Why & how', address]).split('&body=');
    expect(decodeURIComponent(body)).toBe([title, 'Why & how', address].join('\r\n\r\n'));
  });

  test('take a headline with half a character', () => {
    expect(new Map(shareLinks(address, 'a\ud83d')).get('x')).toMatch(/text=a$/);
  });
});
