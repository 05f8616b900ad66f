/** The exported page, alive: two frames take turns, so that nothing flickers and the place one reads at stays. */
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../lib/state/i18n';
import { type Preview, showPage } from '../../lib/state/preview';
import styles from './live-page.module.css';

/**
 * Shows `page` without scripts: the frames are sandboxed, and `allow-same-origin` only lets the page's images (blobs
 * of this origin) load and its scroll offset be read.
 */
export function LivePage({ page }: { page: Preview['page'] }) {
  const frames = [useRef<HTMLIFrameElement>(null), useRef<HTMLIFrameElement>(null)] as const;
  const front = useRef<0 | 1>(0);
  const first = useRef(true);
  useEffect(() => {
    const next = first.current ? 0 : front.current === 0 ? 1 : 0;
    const shown = frames[front.current].current;
    const coming = frames[next].current;
    if (!coming) return;
    const onLoad = () => {
      const place = first.current ? 0 : (shown?.contentWindow?.scrollY ?? 0);
      first.current = false;
      coming.contentWindow?.scrollTo(0, place);
      keepLinksIn(coming);
      front.current = next;
      for (const { current } of frames) current?.toggleAttribute('data-front', current === coming);
      if (shown !== coming) shown?.setAttribute('inert', '');
      coming.removeAttribute('inert');
    };
    coming.addEventListener('load', onLoad, { once: true });
    showPage(coming, { page });
    return () => coming.removeEventListener('load', onLoad);
  }, [page]);
  return (
    <>
      {frames.map((frame, index) => (
        <iframe key={index} ref={frame} class={styles.frame} title={t('compose_preview')} sandbox="allow-same-origin" />
      ))}
    </>
  );
}

/** A click in the preview goes to places in the page and nowhere else: the frame would leave for good. */
function keepLinksIn(frame: HTMLIFrameElement) {
  frame.contentDocument?.addEventListener('click', (event) => {
    const link = (event.target as Element | null)?.closest?.('a');
    if (link && !link.getAttribute('href')?.startsWith('#')) event.preventDefault();
  });
}
