/** Same story as the store asks for it: how a text is read, by which keys others are found, and how alike two are. */
import { likeness, storyKeys } from './same-story';
import { readStory, type StoryText } from './shingles';

/** A comparer of texts; `fold` makes one of the spellings that are to be one. */
export function createStoryComparer(fold: (text: string) => string) {
  return {
    read: (text: string): StoryText => readStory(text, fold),
    keys: (text: StoryText): number[] => storyKeys(text),
    likeness: (a: StoryText, b: StoryText): number => likeness(a, b),
  };
}
