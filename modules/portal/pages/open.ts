import { suppressed, type Counted } from '../domain/suppressed.ts'
import { monthIn, sum } from './format.ts'
import { html, type Html } from './html.ts'
import { hrefIn } from './layout.ts'
import type { Messages } from './messages.vi.ts'

export type OpenRow = Counted & { readonly name: string }
export type OpenData = {
  readonly month: string
  readonly kinds: readonly OpenRow[]
  readonly areas: readonly OpenRow[]
}

/** How many people receive how much, by kind and by commune; small numbers are left out, and why is said. */
export function openPage(t: Messages, data: OpenData | undefined): Html {
  return html`<div class="hello">
      <h1>${t.open.title}</h1>
      <p>${t.open.intro}</p>
    </div>
    ${
      data
        ? html`<h2>${t.open.month(monthIn(t, data.month))}</h2>
            ${table(t, t.open.byKind, t.open.kind, data.kinds)}
            ${table(t, t.open.byArea, t.open.area, data.areas)}
            <p><a href="/cong/cong-khai.csv">${t.open.download}</a></p>
            <p class="quiet">${t.open.hidden}</p>`
        : html`<p>${t.open.none}</p>`
    }
    <section aria-labelledby="cung">
      <h2 id="cung">${t.open.also}</h2>
      <ul class="links">
        <li><a href="${hrefIn(t, '/cong-khai/niem-yet')}">${t.posted.title}</a></li>
        <li><a href="${hrefIn(t, '/muc-huong')}">${t.nav.amounts}</a></li>
      </ul>
    </section>`
}

/** On a narrow screen a row is a name over its two numbers; the roles keep it a table for whoever listens. */
function table(t: Messages, caption: string, head: string, rows: readonly OpenRow[]): Html {
  const hidden = suppressed(rows)
  const number = new Intl.NumberFormat(t.language === 'vi' ? 'vi' : 'en')
  return html`<div class="table-wrap" role="region" tabindex="0" aria-label="${caption}">
    <table class="open-table" role="table">
      <caption>
        ${caption}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">${head}</th>
          <th scope="col" role="columnheader" class="num">${t.open.people}</th>
          <th scope="col" role="columnheader" class="num">${t.open.amount}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map(
          (row) =>
            html`<tr role="row">
              <th scope="row" role="rowheader">${row.name}</th>
              ${
                hidden.has(row)
                  ? html`<td role="cell" class="num" colspan="2">${t.open.few}</td>`
                  : html`<td role="cell" class="num">${number.format(row.people)}</td>
                      <td role="cell" class="num">${sum(t, row.amount)}</td>`
              }
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

/** The same for programs; what is hidden on the page is empty here. */
export function openCsv(data: OpenData): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  const lines = (what: string, rows: readonly OpenRow[]) => {
    const hidden = suppressed(rows)
    return rows.map((row) =>
      [data.month, what, quoted(row.name), ...(hidden.has(row) ? ['', ''] : [row.people, row.amount])].join(
        ',',
      ),
    )
  }
  // The mark at the beginning tells spreadsheets that the letters are Vietnamese.
  return `\uFEFF${['thang,loai,ten,so_nguoi,so_tien', ...lines('khoan', data.kinds), ...lines('xa', data.areas)].join('\r\n')}\r\n`
}
