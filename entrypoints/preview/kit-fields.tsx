/** Fields of the interface kit. */
import { useState } from 'preact/hooks';
import { Select } from '../../components/ui/select';
import { TagInput } from '../../components/ui/tag-input';
import { TextArea } from '../../components/ui/text-area';
import { TextField } from '../../components/ui/text-field';
import { Checkbox, Switch } from '../../components/ui/toggle';
import { sampleTags } from './samples';

export function Fields() {
  const [text, setText] = useState('');
  const [tags, setTags] = useState(['leather', '真皮']);
  const [on, setOn] = useState(true);
  const find = async (typed: string) => sampleTags.filter(({ key }) => key.includes(typed.toLowerCase()));
  return (
    <section>
      <h2>Fields</h2>
      <TextField
        label="Headline"
        hint="Shown on top of the post."
        value={text}
        onInput={setText}
        placeholder="Headline"
      />
      <TextField label="Blog address" error="Start with https://" value="example" onInput={setText} />
      <TextArea label="Why it matters" value={text} onInput={setText} />
      <Select label="Language" value="en" options={[{ value: 'en', label: 'English' }]} onChange={setText} />
      <TagInput label="Tags" offers tags={tags} suggest={find} onChange={setTags} />
      <Checkbox label="Third-party images" checked={on} onChange={setOn} />
      <Checkbox label="Some of them" checked={false} indeterminate onChange={setOn} />
      <Switch label="Keep images" hint="They stay when the site removes them." checked={on} onChange={setOn} />
      <Switch label="Off" checked={!on} onChange={setOn} />
    </section>
  );
}
