import { Allowed } from '#platform/web/session'
import { Button } from '#ui/button'
import { PageHead } from '#ui/page'

/** The head of a page that keeps what payments rest on: what it is for, and for whoever may, a button to add to it. */
export function KeptHead({
  words,
  may,
  onOpen,
}: {
  words: {
    readonly payments: string
    readonly title: string
    readonly lead: string
    readonly open: string
  }
  may: string
  onOpen: () => void
}) {
  const { payments, title, lead, open } = words
  return (
    <PageHead
      crumbs={[{ label: payments }, { label: title }]}
      title={title}
      actions={
        <Allowed to={may}>
          <Button emphasis="primary" icon="plus" onPress={onOpen}>
            {open}
          </Button>
        </Allowed>
      }
    >
      <p className="filter-line">{lead}</p>
    </PageHead>
  )
}
