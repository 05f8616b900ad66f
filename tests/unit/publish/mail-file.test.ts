// @vitest-environment node
import { spawnSync } from 'node:child_process';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import type { ResolvedPost } from '../../../lib/model/resolved-post';
import { mailFile } from '../../../lib/publish/mail-file';
import { createRendering } from '../../../lib/render/rendering';
import { baicPost, barePost, chinesePost, hostilePost } from '../render/posts';
import { desk } from './desk';

async function written(post: ResolvedPost) {
  const given = desk();
  await mailFile.publish(post, createRendering(post), given);
  const data = given.files[0]?.data ?? new Uint8Array();
  return { name: given.files[0]?.name, data, text: new TextDecoder().decode(data), mail: await PostalMime.parse(data) };
}
const posts = [baicPost(), chinesePost(), barePost(), hostilePost()];
const long = `中文标题很长，需要分成几段编码：${'新能源汽车😀'.repeat(20)}`;

/** The defects that Python's parser of messages finds; null when there is no Python. */
function defects(data: Uint8Array): string[] | null {
  const script = `import email, email.policy, json, sys
mail = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
found = [str(d) for part in mail.walk() for d in list(part.defects) + [x for h in part.values() for x in getattr(h, 'defects', [])]]
[part.get_content() for part in mail.walk() if not part.is_multipart()]
found += [str(d) for part in mail.walk() for d in part.defects]
print(json.dumps([found, mail['subject']]))`;
  const run = spawnSync('python3', ['-c', script], { input: data, encoding: 'utf8' });
  if (run.error) return null;
  if (run.status !== 0) return [run.stderr];
  return JSON.parse(run.stdout)[0];
}
const hasPython = spawnSync('python3', ['--version']).status === 0;

describe('the newsletter file', () => {
  test('has the subject, both texts and every image, byte for byte', async () => {
    const { name, mail } = await written(chinesePost());
    expect(name).toBe('xin-neng-yuan-qi-che.eml');
    expect(mail.subject).toBe(chinesePost().title);
    expect(mail.text?.trim().replace(/\r\n/g, '\n')).toBe(createRendering(chinesePost()).text().trim());
    const images = mail.attachments.map(({ content }) => new Uint8Array(content as ArrayBuffer));
    expect(images).toEqual(chinesePost().images.map((image) => image.bytes.data));
  });

  test('names each image by its content id, and loads nothing else', async () => {
    const { mail } = await written(baicPost());
    const named = [...(mail.html ?? '').matchAll(/ src="([^"]+)"/g)].map((match) => match[1]);
    expect(named).toEqual(mail.attachments.map(({ contentId }) => `cid:${contentId?.replace(/[<>]/g, '')}`));
    expect(mail.html).not.toMatch(/<(link|style|script|iframe|form)\b|class=|url\(/i);
    expect(mail.html?.match(/<p [^>]*style=/g)?.length).toBeGreaterThan(5);
  });

  test('opens as a message that was not sent yet', async () => {
    expect((await written(baicPost())).text).toMatch(/^X-Unsent: 1\r$/m);
  });

  test('is ASCII in lines of at most 78 characters that end in CRLF', async () => {
    for (const post of [...posts, baicPost({ title: long })]) {
      const { text } = await written(post);
      expect(text).toMatch(/^[\t\n\r -~]*$/);
      expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
      expect(text.split('\r\n').filter((line) => line.length > 78)).toEqual([]);
    }
  });

  test('keeps a long Chinese subject whole', async () => {
    expect((await written(baicPost({ title: long }))).mail.subject).toBe(long);
  });

  test('lets no title begin a header of its own', async () => {
    const { mail, text } = await written(baicPost({ title: 'A\r\nBcc: x@example.com\r\n\r\nbody' }));
    expect(mail.subject).toBe('A Bcc: x@example.com body');
    expect(mail.bcc).toBeUndefined();
    expect(text.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/m);
  });

  test.skipIf(!hasPython)(
    `has no defect for Python's parser of messages${hasPython ? '' : ' (NOT tested: no python3 on this machine)'}`,
    async () => {
      for (const post of [...posts, baicPost({ title: long })]) expect(defects((await written(post)).data)).toEqual([]);
    },
  );
});
