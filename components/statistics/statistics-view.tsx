/** What the library holds and how it grows: clips and words by week, sites, languages, tags over time. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { tagColours } from '../../lib/model/tag';
import { formatNumber, t } from '../../lib/state/i18n';
import { askFor } from '../../lib/state/list-filter';
import { hrefOf } from '../../lib/state/route';
import { nameOfLanguage } from '../../lib/state/search-names';
import {
  hrefOfWeek,
  type Statistics,
  type StatisticsPeriod,
  statistics,
  statisticsPeriod,
  statisticsPeriods,
} from '../../lib/state/statistics';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Segmented } from '../ui/segmented';
import { Spinner } from '../ui/spinner';
import { BarList } from './bar-list';
import { Chart } from './chart';
import { FigureTable, Legend } from './figures';
import styles from './statistics-view.module.css';

export function StatisticsView() {
  const shown = statistics.value;
  if (!shown) return <Spinner label={t('library_loading')} />;
  return (
    <main class={styles.view}>
      <header class={styles.head}>
        <h1 class={styles.title}>{t('common_statistics')}</h1>
        {shown.total > 0 && <Period />}
      </header>
      {shown.total === 0 ? (
        <EmptyState
          icon="chart-column"
          title={t('stats_empty_title')}
          actions={<Button href={hrefOf({ view: 'clips' })}>{t('tags_open_library')}</Button>}
        >
          {t('stats_empty')}
        </EmptyState>
      ) : (
        <Charts shown={shown} />
      )}
    </main>
  );
}

function Period() {
  const labels: Record<StatisticsPeriod, string> = {
    26: t('stats_half_year'),
    52: t('stats_year'),
    104: t('stats_two_years'),
  };
  return (
    <Segmented
      label={t('stats_period')}
      hideLabel
      value={String(statisticsPeriod.value)}
      options={statisticsPeriods.map((weeks) => ({ value: String(weeks), label: labels[weeks] }))}
      onChange={(chosen) => {
        statisticsPeriod.value = statisticsPeriods.find((weeks) => String(weeks) === chosen) ?? 26;
      }}
    />
  );
}

function Charts({ shown }: { shown: Statistics }) {
  const sum = (of: 'words' | 'read') => shown.weeks.reduce((all, week) => all + week[of], 0);
  return (
    <>
      <ul class={styles.numbers}>
        <Figure value={shown.total} label={t('stats_total')} />
        <Figure value={shown.weeks.at(-1)?.clips ?? 0} label={t('stats_week')} />
        <Figure value={sum('words')} label={t('stats_words')} />
        <Figure value={sum('read')} label={t('stats_read')} />
      </ul>
      <Weeks shown={shown} />
      <TagsOverTime shown={shown} />
      <div class={styles.pair}>
        <Section title={t('stats_top_sites')}>
          <BarList
            items={shown.sites.slice(0, 10).map(({ name, count }) => ({
              ...{ label: name, count },
              href: hrefOf({ view: 'clips', filter: askFor('site', name) }),
            }))}
          />
        </Section>
        <Section title={t('stats_languages')}>
          <BarList
            items={shown.languages.slice(0, 10).map(({ name, count }) => ({
              ...{ label: nameOfLanguage(name), count },
              href: hrefOf({ view: 'clips', filter: askFor('lang', name) }),
            }))}
          />
        </Section>
      </div>
      <Words shown={shown} />
    </>
  );
}

function Figure({ value, label }: { value: number; label: string }) {
  return (
    <li>
      <strong>{formatNumber(value, value >= 100_000 ? { notation: 'compact', maximumFractionDigits: 1 } : {})}</strong>
      <span>{label}</span>
    </li>
  );
}

function Section({ title, children }: { title: string; children: ComponentChildren }) {
  const id = useId();
  return (
    <section class={styles.section} aria-labelledby={id}>
      <h2 class={styles.label} id={id}>
        {title}
      </h2>
      {children}
    </section>
  );
}

function Weeks({ shown: { weeks } }: { shown: Statistics }) {
  const open = (index: number) => {
    const week = weeks[index];
    if (week && week.clips > 0) location.hash = hrefOfWeek(week.week).slice(1);
  };
  return (
    <Section title={t('stats_clips_per_week')}>
      <Chart
        label={t('stats_clips_per_week')}
        kind="bars"
        days={weeks.map(({ week }) => week)}
        series={[{ label: t('stats_clips'), values: weeks.map(({ clips }) => clips), colour: 'accent' }]}
        onChoose={open}
      />
      <p class={styles.hint}>{t('stats_week_hint')}</p>
      <FigureTable
        label={t('stats_clips_per_week')}
        head={[t('stats_week_of'), t('stats_clips')]}
        rows={weeks
          .filter(({ clips }) => clips > 0)
          .map(({ week, clips }) => ({
            ...{ day: week, href: hrefOfWeek(week), values: [clips] },
          }))}
      />
    </Section>
  );
}

function TagsOverTime({ shown: { months, tags } }: { shown: Statistics }) {
  const series = tags.map(({ name, colour, months: values }, i) => ({
    ...{ label: name, values, colour: `tag-${colour ?? tagColours[i % tagColours.length]}` },
    href: hrefOf({ view: 'clips', filter: askFor('tag', name) }),
  }));
  return (
    <Section title={t('stats_tags_over_time')}>
      {series.length === 0 ? (
        <p class={styles.hint}>{t('stats_no_tags')}</p>
      ) : (
        <>
          <Chart
            label={t('stats_tags_over_time')}
            kind="lines"
            days={months.map((month) => `${month}-01`)}
            series={series}
          />
          <Legend series={series} />
          <FigureTable
            label={t('stats_tags_over_time')}
            head={[t('stats_month'), ...series.map(({ label }) => label)]}
            months
            rows={months.map((month, i) => ({
              day: `${month}-01`,
              values: series.map(({ values }) => values[i] ?? 0),
            }))}
          />
        </>
      )}
    </Section>
  );
}

function Words({ shown: { weeks } }: { shown: Statistics }) {
  const series = [
    { label: t('stats_kept'), values: weeks.map(({ words }) => words), colour: 'tag-grey' },
    { label: t('stats_read_short'), values: weeks.map(({ read }) => read), colour: 'accent' },
  ];
  return (
    <Section title={t('stats_words_per_week')}>
      <Chart label={t('stats_words_per_week')} kind="lines" days={weeks.map(({ week }) => week)} series={series} />
      <Legend series={series} />
      <FigureTable
        label={t('stats_words_per_week')}
        head={[t('stats_week_of'), t('stats_kept'), t('stats_read_short')]}
        rows={weeks
          .filter(({ words, read }) => words + read > 0)
          .map(({ week, words, read }) => ({
            ...{ day: week, href: hrefOfWeek(week), values: [words, read] },
          }))}
      />
    </Section>
  );
}
