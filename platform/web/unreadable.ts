import { useEffect, useState, type RefObject } from 'react'
import { focusField, type FormError } from '#ui/error-summary'

/** Boxes in which something stands that is no value: a day the calendar does not have is not an empty box. */
export function unreadableIn(form: Element): FormError[] {
  return Array.from(form.querySelectorAll<HTMLElement>('[data-unreadable]'), ({ id, dataset }) => ({
    fieldId: id,
    message: dataset['unreadable'] ?? '',
  }))
}

/** What no value could be read of in a form when it was sent; the first of it takes the focus, what is typed anew is forgotten. */
export function useUnreadable(form: RefObject<Element | null>, attempt: number) {
  const [found, find] = useState<readonly FormError[]>([])
  useEffect(() => {
    // After the summary, which takes the focus where only empty boxes are refused.
    const [first] = attempt > 0 && form.current ? unreadableIn(form.current) : []
    if (first) focusField(first.fieldId)
  }, [form, attempt])
  return {
    unread: found,
    /** Looks through the boxes, and says whether something is found there. */
    look: () => {
      const unread = form.current ? unreadableIn(form.current) : []
      find(unread)
      return unread.length > 0
    },
    forget: (box: Element) =>
      find(found.filter(({ fieldId }) => !document.getElementById(fieldId)?.contains(box))),
  }
}
