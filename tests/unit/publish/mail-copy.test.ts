// @vitest-environment node
import { expect, test } from 'vitest';
import { mailCopy } from '../../../lib/publish/mail-copy';
import { createRendering } from '../../../lib/render/rendering';
import { baicPost } from '../render/posts';
import { desk } from './desk';

test('the copy for a message has the headline, a style on every paragraph, and its images in itself', async () => {
  const post = baicPost();
  const given = desk();
  await mailCopy.publish(post, createRendering(post), given);
  const { html, text } = given.clipboard[0] ?? { html: '', text: '' };
  expect(html).toMatch(/^<div [^>]*><h1 style="[^"]+">The Automobile Industry/);
  expect(html.match(/<p(?! style=)/g)).toBeNull();
  expect(html.match(/src="data:image\/png;base64,/g)).toHaveLength(5);
  expect(html).not.toMatch(/class=|<style|<script/);
  expect(text).toBe(createRendering(post).text());
});
