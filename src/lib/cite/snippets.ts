/** Mark-up that shows a picture or a figure of this site in somebody else's page. */

interface Picture {
  /** Complete address of the page that the picture belongs to. */
  page: string;
  /** Complete address of the picture. */
  image: string;
  /** What it says, for those who do not see it. */
  alt: string;
}

/** A picture that leads to its page. */
export function pictureSnippet({ page, image, alt }: Picture): string {
  return `<a href="${inAttribute(page)}"><img src="${inAttribute(image)}" alt="${inAttribute(alt)}"></a>`;
}

/** A frame with the whole figure: caption and table, too. */
export function frameSnippet({ page, title }: { page: string; title: string }): string {
  return `<iframe src="${inAttribute(page)}embed/" title="${inAttribute(title)}" width="100%" height="720"></iframe>`;
}

/** Text as it must stand between quotation marks in mark-up. */
function inAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
