/**
 * Runs the script of the workflow that posts reports, as it stands in the YAML, against a stand-in for
 * the API and events in the shape that GitHub sends them.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';

interface Asked {
  method: string;
  path: string;
  body: { body: string } | null;
}

const event = JSON.parse(readFileSync('tests/fixtures/github/workflow-run.json', 'utf8')) as {
  workflow_run: { head_sha: string };
};
const workflow = parse(readFileSync('.github/workflows/comment.yml', 'utf8')) as {
  jobs: { comment: { steps: { name: string; run: string }[] } };
};
const post = workflow.jobs.comment.steps.find(({ name }) => name === 'Post it')?.run ?? '';
const script = /<<'SCRIPT'\n([\s\S]*?)\nSCRIPT\n/.exec(post)?.[1] ?? '';

const head = '## What this change does to the law\n';
const pull = { number: 7, head: { sha: event.workflow_run.head_sha } };

let folder = '';
let server: Server;
let asked: Asked[] = [];
let answers: Record<string, unknown> = {};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'comment-'));
  asked = [];
  answers = { '/pulls': [pull], '/issues/7/comments': [] };
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (part) => {
      text += part;
    });
    request.on('end', () => {
      const path = (request.url ?? '').replace('/repos/densing-law/site', '');
      asked.push({
        method: request.method ?? '',
        path,
        body: text === '' ? null : (JSON.parse(text) as Asked['body']),
      });
      const answer = answers[path] ?? answers[path.replace(/\?.*$/, '')] ?? {};
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function run(report: string | Uint8Array, payload: object = event): Promise<string> {
  mkdirSync(join(folder, 'report'));
  writeFileSync(join(folder, 'report', 'report.md'), report);
  writeFileSync(join(folder, 'post.mjs'), script);
  writeFileSync(join(folder, 'event.json'), JSON.stringify(payload));
  const { port } = server.address() as AddressInfo;
  const child = spawn(process.execPath, ['post.mjs'], {
    cwd: folder,
    env: {
      GH_TOKEN: 'token',
      GITHUB_API_URL: `http://127.0.0.1:${port}`,
      GITHUB_EVENT_PATH: join(folder, 'event.json'),
      GITHUB_REPOSITORY: 'densing-law/site',
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => {
      output += part;
    });
  }
  await new Promise((done) => child.on('close', done));
  return output;
}

const posted = () => asked.find(({ method }) => method !== 'GET');

test('the script is found in the workflow', () => {
  expect(script.length).toBeGreaterThan(1000);
});

describe('a report', () => {
  test('is posted on the pull request whose head made it, found by the API', async () => {
    expect(await run(`${head}\nDensity 4.4.\n`)).toContain('posted on #7');
    expect(asked[0]?.path).toBe('/pulls?state=open&per_page=100&head=reader%3Aadd-a-model');
    expect(posted()).toMatchObject({ method: 'POST', path: '/issues/7/comments' });
    expect(posted()?.body?.body).toMatch(/^<!-- densing-law-report -->\n## What this change/);
  });

  test('takes the place of the one before', async () => {
    answers['/issues/7/comments'] = [
      { id: 1, user: { login: 'somebody' }, body: '<!-- densing-law-report -->\nforged' },
      { id: 2, user: { login: 'github-actions[bot]' }, body: '<!-- densing-law-report -->\nold' },
    ];
    expect(await run(head)).toContain('updated on #7');
    expect(posted()).toMatchObject({ method: 'PATCH', path: '/issues/comments/2' });
  });

  test('brings no mark-up, no picture, no mention and no link to elsewhere', async () => {
    const evil = [
      '<img src=x onerror=alert(1)>',
      '![](https://evil.example/pixel.png)',
      '@everyone look',
      '[here](https://evil.example/)',
      'https://evil.example/',
      '[ours](https://densing-law.github.io/law/)',
      'a\u202eb',
    ].join('\n');
    await run(`${head}${evil}`);
    const body = posted()?.body?.body ?? '';
    expect(body.replace('<!-- densing-law-report -->', '')).not.toMatch(/<|!\[|@\w|\u202e/);
    expect(body).not.toContain('](https://evil');
    expect(body).not.toContain('https://evil');
    expect(body).toContain('[ours](https://densing-law.github.io/law/)');
  });
});

test.each([
  'www.evil.example',
  'HTTPS://evil.example/',
  'ftp://evil.example/',
  '[x]: //evil.example',
  '[x]( https://evil.example)',
  '[x](https&colon;//evil.example)',
  '[x](https://github.com/densing-law/../evil/repository)',
  '[x](https://github.com/densing-law/%2e%2e/evil)',
  '[x](//evil.example)',
  '> [!WARNING]',
  'fixes #12',
  'evil/repository#3',
  'GH-4',
])('%s comes out broken', async (text) => {
  await run(`${head}\n${text}\n`);
  const body = posted()?.body?.body ?? '';
  expect(body).not.toContain(text);
  // A seam, or a sign that stands for itself: the words stay, what GitHub would make of them does not.
  const seamless = body.replaceAll('\u200b', '').replaceAll('&amp;', '&').replaceAll('\\[', '[');
  expect(seamless.replace(/\s/g, '')).toContain(text.replace(/\s/g, ''));
});

test('the links of a real report to this site stay links', async () => {
  const link = '[number](<https://densing-law.github.io/n/doubling-time/>)';
  await run(`${head}\n${link}\n`);
  expect(posted()?.body?.body).toContain(
    '[number](https://densing-law.github.io/n/doubling-time/)',
  );
});

test('its comment is found behind a hundred others', async () => {
  const other = { id: 1, user: { login: 'somebody' }, body: 'hello' };
  const mine = {
    id: 2,
    user: { login: 'github-actions[bot]' },
    body: '<!-- densing-law-report -->\nold',
  };
  answers['/issues/7/comments?per_page=100&page=1'] = Array(100).fill(other);
  answers['/issues/7/comments?per_page=100&page=2'] = [mine];
  expect(await run(head)).toContain('updated on #7');
});

describe('nothing is posted', () => {
  test.each([
    ['a text of another shape', 'Buy my model'],
    ['a text that is too long', `${head}${'x'.repeat(60_001)}`],
  ])('of %s', async (_, report) => {
    expect(await run(report)).toContain('nothing posted');
    expect(asked).toEqual([]);
  });

  test('of bytes that are no text', async () => {
    await run(new Uint8Array([...Buffer.from(head), 0xff, 0xfe]));
    expect(asked).toEqual([]);
  });

  test('when the head has moved on', async () => {
    answers['/pulls'] = [{ number: 7, head: { sha: '0'.repeat(40) } }];
    expect(await run(head)).toContain('no open pull request has this commit');
    expect(posted()).toBeUndefined();
  });

  test('when the fork is gone', async () => {
    const gone = { workflow_run: { ...event.workflow_run, head_repository: null } };
    expect(await run(head, gone)).toContain('the branch is gone');
  });
});
