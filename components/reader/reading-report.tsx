/** How a clip's text was read, folded away: what found it, where its facts are from, what was added, what was uncertain. */
import { useEffect, useState } from 'preact/hooks';
import type { Clip, SourcedFact } from '../../lib/model/clip';
import { bringBackText, hasEarlierText } from '../../lib/state/earlier-text';
import { t, tn } from '../../lib/state/i18n';
import { Button } from '../ui/button';
import styles from './reading-report.module.css';

export function ReadingReport({ clip }: { clip: Clip }) {
  const { capture } = clip;
  if (capture.state !== 'done' || clip.kind === 'bookmark') return null;
  const lines = [
    { name: t('reader_report_found'), text: t(`reader_engine_${capture.engine}`) },
    ...ruleLine(clip),
    ...sourceLines(clip),
    ...pagesLine(clip),
    ...(capture.passes.length > 0 ? [{ name: t('reader_report_steps'), text: capture.passes.join(', ') }] : []),
  ];
  return (
    <details class={styles.report}>
      <summary>{t('reader_report')}</summary>
      <dl>
        {lines.map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <BringBack clip={clip} />
    </details>
  );
}

type Line = { name: string; text: string };

function ruleLine({ capture: { rule } }: Clip): Line[] {
  if (!rule) return [];
  const text = t(rule.used ? 'reader_rule_used' : 'reader_rule_unused', rule.name);
  return [{ name: t('reader_report_rule'), text }];
}

const facts: readonly SourcedFact[] = ['title', 'byline', 'publishedAt'];

function sourceLines({ capture: { sources } }: Clip): Line[] {
  return facts.flatMap((fact) => {
    const found = sources?.[fact];
    return found
      ? [
          {
            name: t(`reader_fact_${fact === 'publishedAt' ? 'date' : fact}`),
            text: found.map((one) => t(`reader_from_${one}`)).join(' · '),
          },
        ]
      : [];
  });
}

function pagesLine({ capture: { pages } }: Clip): Line[] {
  if (!pages) return [];
  const added = tn('reader_pages_added', pages.joined.length);
  return [{ name: t('reader_report_pages'), text: pages.next ? `${added} · ${t('reader_pages_more')}` : added }];
}

/** Undo for as long as the text from before is kept. */
function BringBack({ clip }: { clip: Clip }) {
  const [isKept, setKept] = useState(false);
  const { id, textUpdatedAt } = clip;
  useEffect(() => {
    let isCurrent = true;
    void hasEarlierText(id, textUpdatedAt).then((kept) => isCurrent && setKept(kept));
    return () => {
      isCurrent = false;
    };
  }, [id, textUpdatedAt]);
  if (!isKept) return null;
  return (
    <Button small icon="undo-2" onClick={() => void bringBackText(id)}>
      {t('reader_bring_back')}
    </Button>
  );
}
