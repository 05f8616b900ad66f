// @ts-check
/**
 * Starts a real WordPress to try publishing on: `npm run wordpress`, or `-- --port 8080`. Fetched once from Debian's
 * packages; each start is a fresh site that is gone when it is stopped (Ctrl+C).
 */
import { setUp } from './lib/setup.mjs';

try {
  setUp();
  const { startWordPress } = await import('./lib/wordpress/start-wordpress.mjs');
  const at = process.argv.indexOf('--port');
  const site = await startWordPress(at > 0 ? { port: Number(process.argv[at + 1]) } : {});
  console.log(`WordPress ${site.version} is at ${site.url} — sign in at ${site.url}wp-login.php`);
  for (const [role, user] of Object.entries(site.users))
    console.log(
      `  ${role.padEnd(14)} ${user.login.padEnd(14)} ${user.password}   application password: ${user.applicationPassword}`,
    );
  const end = () => {
    site.stop();
    process.exit(0);
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  setInterval(() => undefined, 1 << 30);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
