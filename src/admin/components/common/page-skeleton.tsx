import { Container, Skeleton } from "@medusajs/ui"

/** Grey bars in the place of a page with two columns that is on its way. */
export const PageSkeleton = () => (
  <div
    aria-hidden
    className="flex w-full flex-col gap-x-4 gap-y-3 xl:grid xl:grid-cols-[minmax(0,_1fr)_440px]"
  >
    <SectionSkeleton rows={6} />
    <SectionSkeleton rows={3} />
  </div>
)

const SectionSkeleton = ({ rows }: { rows: number }) => (
  <Container className="h-fit divide-y p-0">
    <div className="px-6 py-4">
      <Skeleton className="h-7 w-48" />
    </div>
    {Array.from({ length: rows }, (_, row) => (
      <div key={row} className="grid grid-cols-2 gap-4 px-6 py-4">
        <Skeleton className="h-5 w-24" />
        <Skeleton className="h-5 w-full max-w-48" />
      </div>
    ))}
  </Container>
)
