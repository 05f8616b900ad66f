import { glob } from 'astro/loaders';
import { defineCollection, z } from 'astro:content';

// The fields of Astro's blog template, and what it leaves to each site.
const blog = defineCollection({
  loader: glob({ base: './src/content/blog', pattern: '**/*.{md,mdx}' }),
  schema: ({ image }) =>
    z.object({
      title: z.string(),
      description: z.string(),
      pubDate: z.coerce.date(),
      updatedDate: z.coerce.date().optional(),
      heroImage: image().optional(),
      author: z.string(),
      tags: z.array(z.string()),
      lang: z.string(),
    }),
});

export const collections = { blog };
