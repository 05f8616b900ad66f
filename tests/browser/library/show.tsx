/** Shows the library in a test's page on a database of its own making, as its entry point does. */
import '../../../components/ui/base.css';
import axe from 'axe-core';
import { render } from 'preact';
import { expect, vi } from 'vitest';
import { page } from 'vitest/browser';
import { ReaderView } from '../../../components/library/library-view';
import { Shell } from '../../../components/library/shell';
import { StatisticsView } from '../../../components/statistics/statistics-view';
import { TagsView } from '../../../components/tags/tags-view';
import { TemplatesView } from '../../../components/templates/templates-view';
import type { Clip } from '../../../lib/model/clip';
import { db } from '../../../lib/state/db';
import { type InterfaceLanguage, useMessages } from '../../../lib/state/i18n';
import { followWindow } from '../../../lib/state/layout';
import { closeOverlay } from '../../../lib/state/overlay';
import { followAddress, go, type Route } from '../../../lib/state/route';
import english from '../../../public/_locales/en/messages.json';
import chinese from '../../../public/_locales/zh_CN/messages.json';
import { type MakeOptions, makeLibrary } from './make-library';

const nothing = () => null;
const others = { Compose: nothing, Posts: nothing, Settings: nothing, Import: nothing };
const views = { ...others, Tags: TagsView, Statistics: StatisticsView, Templates: TemplatesView };

let root: HTMLElement | null = null;
let stops: (() => void)[] = [];

type Options = MakeOptions & {
  width?: number;
  height?: number;
  route?: (clips: Clip[]) => Route;
  language?: InterfaceLanguage;
  theme?: 'light' | 'dark';
};

/** Fills the library with `count` clips and shows it. */
export async function showLibrary(count: number, options: Options = {}): Promise<Clip[]> {
  hideLibrary();
  // As the entry point does when there is time; here the first reading has the server translate it.
  await ReaderView.preload();
  await Promise.all(db.tables.map((table) => table.clear()));
  const clips = await makeLibrary(db, count, options);
  const { width = 1280, height = 800, language = 'en', theme = 'light' } = options;
  await page.viewport(width, height);
  useMessages(language, language === 'en' ? english : chinese);
  document.documentElement.dataset.theme = theme;
  root = document.body.appendChild(document.createElement('div'));
  stops = [followAddress(), followWindow()];
  const route = options.route?.(clips) ?? { view: 'clips', filter: { place: 'all' } };
  go(route);
  render(<Shell views={views} />, root);
  if (route.view !== 'clips' && route.view !== 'clip')
    await vi.waitFor(() => expect(document.querySelector('h1')).not.toBeNull(), { timeout: 5000 });
  else if (count === 0) await vi.waitFor(() => expect(document.body.textContent).toMatch(/first article|第一篇/));
  else await vi.waitFor(() => expect(rows().length).toBeGreaterThan(0), { timeout: 5000 });
  return clips;
}

export function hideLibrary(): void {
  closeOverlay();
  for (const stop of stops) stop();
  if (root) render(null, root);
  root?.remove();
  root = null;
}

/** The rows that are in the document, in list order. */
export function rows(): HTMLElement[] {
  const found = [...document.querySelectorAll<HTMLElement>('[role="option"][data-key]')];
  return found.sort((a, b) => Number(a.ariaPosInSet) - Number(b.ariaPosInSet));
}

/** What axe finds wrong with what is shown, as readable lines. */
export async function violations(): Promise<string[]> {
  if (!root) throw new Error('nothing is shown');
  // Colours are judged as they end up.
  await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
  const { violations: found } = await axe.run(root, { resultTypes: ['violations'] });
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${html.slice(0, 160)} ${any.map(({ message }) => message).join('; ')}`),
  );
}
