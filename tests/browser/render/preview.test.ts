import { afterEach, expect, test } from 'vitest';
import { renderPreview } from '../../../lib/render/page';
import { baicPost } from '../../unit/render/posts';

const frame = document.createElement('iframe');
afterEach(() => frame.remove());

test('a preview enlarges an image within its own frame', async () => {
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.style.cssText = 'width:800px;height:600px';
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.srcdoc = renderPreview(baicPost(), () => 'data:image/gif;base64,R0lGODlhAQABAAAAACw=');
  document.body.append(frame);
  await loaded;
  const inside = () => frame.contentDocument;
  inside()?.querySelector<HTMLAnchorElement>('#image-2 .open')?.click();
  await expect.poll(() => inside()?.querySelector('#image-2 .close')?.checkVisibility()).toBe(true);
  expect(inside()?.querySelector('h1')?.textContent).toBe(baicPost().title);
});
