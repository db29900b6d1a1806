/** Follows a Describe call through all its pages; EC2 may cut a long answer even when no page size was asked for. */
export async function allPages<O extends { readonly NextToken?: string | undefined }>(
  call: (NextToken: string | undefined) => Promise<O>,
): Promise<O[]> {
  const pages: O[] = [];
  let token: string | undefined;
  do {
    const page = await call(token);
    pages.push(page);
    token = page.NextToken || undefined;
  } while (token !== undefined);
  return pages;
}
