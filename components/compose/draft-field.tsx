/** Fields whose value is stored elsewhere and comes back later: what is typed stays while it is being typed. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { TextArea, type TextAreaProps } from '../ui/text-area';
import { TextField, type TextFieldProps } from '../ui/text-field';

export function DraftField(props: TextFieldProps) {
  return <TextField {...props} {...useDraft(props)} />;
}

export function DraftArea(props: TextAreaProps) {
  return <TextArea {...props} {...useDraft(props)} />;
}

function useDraft({ value, onInput }: { value: string; onInput: (value: string) => void }) {
  const [draft, setDraft] = useState(value);
  const typing = useRef(false);
  useEffect(() => {
    if (!typing.current) setDraft(value);
  }, [value]);
  return {
    value: draft,
    onInput: (typed: string) => {
      typing.current = true;
      setDraft(typed);
      onInput(typed);
    },
    onBlur: () => {
      typing.current = false;
    },
  };
}
