/** One model for machines: its whole record and what was measured, or why nothing was. */
import type { APIRoute } from 'astro';
import { data, observatory } from '../../../../build/results.ts';
import { serialise } from '../../../../components/data/files.ts';
import type { ModelRecord } from '../../../../lib/schema.ts';
import { edition } from '../../_edition.ts';

export function getStaticPaths() {
  return data.models.map((record) => ({ params: { id: record.id }, props: { record } }));
}

export const GET: APIRoute<{ record: ModelRecord }> = ({ props: { record } }) => {
  const panels = observatory.panels.map(({ panel, ruler, models, excluded }) => ({
    panel: panel.id,
    ruler: ruler.id,
    measured: models.find(({ id }) => id === record.id) ?? null,
    excluded: excluded.find(({ id }) => id === record.id) ?? null,
  }));
  const { dataVersion, licence, credit } = edition;
  return new Response(serialise({ dataVersion, licence, credit, record, panels }));
};
