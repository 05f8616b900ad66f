/** The templates that come with Clipsheet: never stored, so that a new version can bring better ones. A copy can be changed. */
import type { Template, TemplateId } from '../../model/template';

type Words = Pick<Template, 'name' | 'title' | 'standfirst' | 'body'>;

const article = (quoted: string): string => `{{commentary}}

{{excerpt}}

{% if quotes %}
## ${quoted}

{{quotes}}
{% endif %}

{{gallery}}

{{source}}

{{share}}
`;

const comment = (ours: string): string => `{{commentary}}

{% for clip in clips %}
{% if loop.count > 1 %}
## {{title|link:url}}
{% endif %}

{% if quotes %}
{{quotes}}
{% else %}
{{excerpt}}
{% endif %}
{% endfor %}

## ${ours}

{{write}}

{{source}}

{{share}}
`;

const digest = `{{write}}

{{digest:"tag"}}

{{source}}

{{share}}
`;

const gallery = `{{text}}

{{gallery}}

{{source}}

{{share}}
`;

const firstHeadlines = (between: string): string =>
  `{% for clip in clips|limit:3 %}{{title|strip:outlet}}{% if not loop.last %}${between}{% endif %}{% endfor %}`;

const english: Record<string, Words> = {
  article: { name: 'Single article', title: '{{title}}', standfirst: '', body: article('In their words') },
  quotes: { name: 'Quotes and comment', title: '{{title}}', standfirst: '', body: comment('What it means for us') },
  digest: {
    name: 'Weekly digest',
    title: 'Industry news, week {{today|date:"W, GGGG"}}',
    standfirst: firstHeadlines(' · '),
    body: digest,
  },
  gallery: { name: 'Gallery post', title: '{{title}}', standfirst: '', body: gallery },
};

const chinese: Record<string, Words> = {
  article: { name: '单篇文章', title: '{{title}}', standfirst: '', body: article('原文引述') },
  quotes: { name: '引文与点评', title: '{{title}}', standfirst: '', body: comment('对我们意味着什么') },
  digest: {
    name: '每周简报',
    title: '行业周报：{{today|date:"GGGG 年第 W 周"}}',
    standfirst: firstHeadlines('；'),
    body: digest,
  },
  gallery: { name: '图集文章', title: '{{title}}', standfirst: '', body: gallery },
};

/** The four in a language of the interface, ids that are the same everywhere. */
function made(words: Record<string, Words>, language: string): Template[] {
  return Object.entries(words).map(([id, fields]) => ({
    id: `included${id}${language.slice(0, 2)}` as TemplateId,
    language,
    tags: '{{tags}}',
    createdAt: 0,
    updatedAt: 0,
    ...fields,
  }));
}

export const builtInTemplates: readonly Template[] = [...made(english, 'en'), ...made(chinese, 'zh-CN')];

/** Whether a template came with Clipsheet and cannot be changed. */
export const isBuiltIn = (id: TemplateId): boolean => builtInTemplates.some((template) => template.id === id);
