/**
 * A line of credit as a citation style: title, observatory, version, licence, address. A style and not
 * a template of ours, so that the library keeps the marks between the parts.
 */
export const creditStyle = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text" default-locale="en-GB">
  <info>
    <title>Line of credit</title>
    <id>credit</id>
    <updated>2026-11-23T00:00:00+00:00</updated>
  </info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography>
    <layout>
      <group delimiter=". ">
        <text variable="title"/>
        <group delimiter=", ">
          <text variable="publisher"/>
          <text variable="genre" text-case="lowercase"/>
        </group>
        <text value="CC BY 4.0"/>
      </group>
      <text variable="URL" prefix=". "/>
    </layout>
  </bibliography>
</style>`;
