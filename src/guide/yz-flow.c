/*
 * One page at a time, and on it one band after the other: a block across the page, or a run of blocks in columns. Where
 * a run ends on a page, its columns are made as short as they all can be.
 */
#include "config.h"

#include "yz-flow-private.h"

#include <math.h>

#define COLUMN_FLOOR 0.85 /* of a column's width on A4; below it, there is one column fewer */
#define A4_WIDTH 186.0
#define ENOUGH 0.005 /* millimetres that are nothing */
#define LONGEST_ROLL 20000.0

struct _YzFlow
{
  YzDocument *document;
  const YzPaper *paper;
  YzTypesetter *typesetter;
  guint section_index;
  GQueue *waiting; /* blocks of the section that are to come, owned */
  const YzSection *section;

  /* of the page that is being made */
  YzPage *page;
  YzRect area;
  guint n_columns;
  double column_width;
  double y;
};

static void
placement_clear (gpointer data)
{
  g_object_unref (((YzPlacement *) data)->block);
}

void
yz_page_free (YzPage *page)
{
  g_array_unref (page->placements);
  g_free (page);
}

YzFlow *
yz_flow_new (YzDocument *document, const YzPaper *paper, YzTypesetter *typesetter)
{
  YzFlow *self = g_new0 (YzFlow, 1);

  self->document = g_object_ref (document);
  self->paper = paper;
  self->typesetter = typesetter;
  self->waiting = g_queue_new ();
  return self;
}

void
yz_flow_free (YzFlow *self)
{
  g_queue_free_full (self->waiting, g_object_unref);
  g_object_unref (self->document);
  g_free (self);
}

static guint
count_columns (YzFlow *self)
{
  double wanted = A4_WIDTH / self->section->columns * COLUMN_FLOOR * yz_typesetter_get_scale (self->typesetter);
  guint fitting = MAX (1, (guint) (self->area.width / wanted));

  return self->section->grows ? fitting : MIN (fitting, self->section->columns);
}

static void
begin_page (YzFlow *self)
{
  self->page = g_new0 (YzPage, 1);
  self->page->section = self->section;
  self->page->placements = g_array_new (FALSE, FALSE, sizeof (YzPlacement));
  g_array_set_clear_func (self->page->placements, placement_clear);

  self->area = yz_paper_get_area (self->paper, self->section->panels, !self->section->bare);
  if (self->section->whole)
    self->area = (YzRect){ .width = self->paper->width * self->section->panels, .height = self->paper->height };
  self->area.height = MIN (self->area.height, LONGEST_ROLL);
  self->area.x += self->section->inset * self->area.width;
  self->area.width -= 2 * self->section->inset * self->area.width;
  self->n_columns = count_columns (self);
  self->column_width = (self->area.width - (self->n_columns - 1) * self->section->gutter) / (double) self->n_columns;
  self->y = self->area.y;
}

static double
bottom (YzFlow *self)
{
  return self->area.y + self->area.height;
}

static gboolean
is_empty (YzFlow *self)
{
  return self->page->placements->len == 0;
}

static double
space_above (YzFlow *self, YzBlock *block)
{
  return yz_block_get_space (block) * yz_typesetter_get_scale (self->typesetter);
}

static void
place (YzFlow *self, YzBlock *block, double x, double y, double width, double height, double scale)
{
  YzPlacement placement = { g_object_ref (block), { x, y, width, height }, scale };

  g_array_append_val (self->page->placements, placement);
}

/* --- what stays together ------------------------------------------------------------------------------------------ */

/* A block with those that it must not leave; its height without the white above the first. */
typedef struct
{
  guint n_blocks;
  double space;
  double height;
  double heading; /* what repeating the heading above it would take */
} Clump;

static double
measure (YzFlow *self, YzBlock *block)
{
  double width = yz_block_get_flow (block) == YZ_BLOCK_IN_COLUMN ? self->column_width : self->area.width;

  return yz_block_measure (block, self->typesetter, width);
}

/* @link: of the first block in the queue; NULL after the last */
static GList *
take_clump (YzFlow *self, GList *link, Clump *clump)
{
  YzBlock *block = link->data, *heading = yz_block_get_continued (block);

  *clump = (Clump){ .space = space_above (self, block), .n_blocks = 1, .height = measure (self, block) };
  if (heading != NULL)
    clump->heading = measure (self, heading);
  while (yz_block_get_keep (block) && link->next != NULL)
    {
      YzBlock *next = link->next->data;

      if (yz_block_get_flow (next) != yz_block_get_flow (block) || yz_block_get_new_page (next))
        break;
      clump->height += space_above (self, next) + measure (self, next);
      clump->n_blocks++;
      link = link->next;
      block = next;
    }
  return link->next;
}

/* --- across the page ---------------------------------------------------------------------------------------------- */

/* The blocks of a clump, or one alone that is higher than a page and therefore made smaller. */
static void
place_across (YzFlow *self, const Clump *clump, double y, double room)
{
  double scale = clump->height > room + ENOUGH ? room / clump->height : 1;
  double x = self->area.x + self->area.width * (1 - scale) / 2;

  for (guint i = 0; i < clump->n_blocks; i++)
    {
      g_autoptr (YzBlock) block = g_queue_pop_head (self->waiting);
      double height = measure (self, block) * scale;

      if (i > 0)
        y += space_above (self, block) * scale;
      if (yz_block_get_flow (block) == YZ_BLOCK_FILLS && i + 1 == clump->n_blocks && self->paper->height > 0)
        height = bottom (self) - y;
      place (self, block, x, y, self->area.width * scale, height, scale);
      y += height;
    }
  self->y = y;
}

static gboolean
split_first (YzFlow *self, double width, double room)
{
  YzBlock *block = g_queue_peek_head (self->waiting);
  YzBlock *first = NULL, *rest = NULL;

  if (!yz_block_split (block, self->typesetter, width, room, &first, &rest))
    return FALSE;
  g_object_unref (g_queue_pop_head (self->waiting));
  g_queue_push_head (self->waiting, rest);
  g_queue_push_head (self->waiting, first);
  return TRUE;
}

/* The least that a block in columns needs below a heading which must not stand alone at the foot of a page. */
static double
next_height (YzFlow *self, guint n_blocks)
{
  GList *link = g_queue_peek_nth_link (self->waiting, n_blocks);
  Clump clump;

  if (link == NULL || yz_block_get_new_page (link->data))
    return 0;
  take_clump (self, link, &clump);
  return MIN (clump.space + clump.height, self->area.height / 2);
}

/* Returns FALSE when the page is full. */
static gboolean
flow_across (YzFlow *self)
{
  Clump clump;
  double y, room, below = 0;
  YzBlock *last;

  take_clump (self, self->waiting->head, &clump);
  last = g_queue_peek_nth (self->waiting, clump.n_blocks - 1);
  if (yz_block_get_keep (last))
    below = next_height (self, clump.n_blocks);
  y = self->y + (is_empty (self) ? 0 : clump.space);
  room = bottom (self) - y;

  if (clump.height + below > room + ENOUGH)
    {
      if (clump.n_blocks == 1 && clump.height > room + ENOUGH && split_first (self, self->area.width, room))
        return TRUE;
      if (!is_empty (self))
        return FALSE;
    }
  place_across (self, &clump, y, room);
  return TRUE;
}

/* --- in columns --------------------------------------------------------------------------------------------------- */

static GArray *
take_run (YzFlow *self)
{
  GArray *run = g_array_new (FALSE, FALSE, sizeof (Clump));
  GList *link = self->waiting->head;
  double room = self->area.height * self->n_columns * 1.5;

  /* no more than could stand on a page: long documents are measured page by page */
  while (link != NULL && room > 0 && yz_block_get_flow (link->data) == YZ_BLOCK_IN_COLUMN &&
         (link == self->waiting->head || !yz_block_get_new_page (link->data)))
    {
      Clump clump;

      link = take_clump (self, link, &clump);
      room -= clump.height;
      g_array_append_val (run, clump);
    }
  return run;
}

static double
height_in_column (const Clump *clump, gboolean top)
{
  return top ? clump->heading + clump->height : clump->space + clump->height;
}

/* How many clumps stand in one column of @height, from @first on. */
static guint
fill_column (const GArray *run, guint first, double height)
{
  double used = 0;
  guint n = 0;

  for (; first + n < run->len; n++)
    {
      used += height_in_column (&g_array_index (run, Clump, first + n), n == 0);
      if (used > height + ENOUGH)
        break;
    }
  return n;
}

static guint
fill_columns (const GArray *run, guint n_columns, double height)
{
  guint n = 0;

  for (guint column = 0; column < n_columns && n < run->len; column++)
    n += fill_column (run, n, height);
  return n;
}

/* The least height at which @n clumps still stand in the columns. */
static double
balance (const GArray *run, guint n_columns, guint n, double highest)
{
  double low = 0, high = highest;

  while (n_columns > 1 && high - low > 0.05)
    {
      double middle = (low + high) / 2;

      if (fill_columns (run, n_columns, middle) >= n)
        high = middle;
      else
        low = middle;
    }
  return high;
}

/* Returns where the column ends. */
static double
place_column (YzFlow *self, const GArray *run, guint first, guint n, guint column)
{
  double x = self->area.x + column * (self->column_width + self->section->gutter);
  double y = self->y;

  for (guint i = first; i < first + n; i++)
    {
      const Clump *clump = &g_array_index (run, Clump, i);

      if (i == first && clump->heading > 0)
        {
          YzBlock *heading = yz_block_get_continued (g_queue_peek_head (self->waiting));

          place (self, heading, x, y, self->column_width, clump->heading, 1);
          y += clump->heading;
        }
      else if (i > first)
        y += clump->space;
      for (guint j = 0; j < clump->n_blocks; j++)
        {
          g_autoptr (YzBlock) block = g_queue_pop_head (self->waiting);
          double height = measure (self, block);

          if (j > 0)
            y += space_above (self, block);
          place (self, block, x, y, self->column_width, height, 1);
          y += height;
        }
    }
  return y;
}

/* One that is higher than a whole column stands alone in it, smaller. */
static void
place_shrunk (YzFlow *self, const Clump *clump, double room)
{
  double scale = room / (clump->heading + clump->height);
  double x = self->area.x + self->column_width * (1 - scale) / 2, y = self->y;

  if (clump->heading > 0)
    place (self, yz_block_get_continued (g_queue_peek_head (self->waiting)), x, y, self->column_width * scale,
           clump->heading * scale, scale);
  y += clump->heading * scale;
  for (guint j = 0; j < clump->n_blocks; j++)
    {
      g_autoptr (YzBlock) block = g_queue_pop_head (self->waiting);
      double height = measure (self, block) * scale;

      if (j > 0)
        y += space_above (self, block) * scale;
      place (self, block, x, y, self->column_width * scale, height, scale);
      y += height;
    }
  self->y = y;
}

/* What does not fit below the last column any more may be divided. */
static void
place_first_half (YzFlow *self, double y)
{
  YzBlock *block = g_queue_peek_head (self->waiting);
  double top = y + space_above (self, block), height;

  if (!split_first (self, self->column_width, bottom (self) - top))
    return;
  block = g_queue_pop_head (self->waiting);
  height = measure (self, block);
  place (self, block, self->area.x + (self->n_columns - 1) * (self->column_width + self->section->gutter), top,
         self->column_width, height, 1);
  g_object_unref (block);
}

/* The first @n clumps, in columns of @height. Returns where the last column ends. */
static double
place_columns (YzFlow *self, const GArray *run, guint n, double height)
{
  double longest = self->y, end = self->y;
  guint placed = 0;

  for (guint column = 0; column < self->n_columns && placed < n; column++)
    {
      guint fitting = fill_column (run, placed, height);
      guint here = MIN (fitting, n - placed);

      end = place_column (self, run, placed, here, column);
      longest = MAX (longest, end);
      placed += here;
    }
  self->y = longest;
  return end;
}

/* Whether the last of the run would lose the block across the page that it keeps with, for want of room below @y. */
static gboolean
parts_from_next (YzFlow *self, const GArray *run, double y)
{
  guint n_blocks = 0;
  GList *last;
  Clump next;

  for (guint i = 0; i < run->len; i++)
    n_blocks += g_array_index (run, Clump, i).n_blocks;
  last = g_queue_peek_nth_link (self->waiting, n_blocks - 1);
  if (!yz_block_get_keep (last->data) || last->next == NULL || yz_block_get_new_page (last->next->data) ||
      yz_block_get_flow (last->next->data) == YZ_BLOCK_IN_COLUMN)
    return FALSE;
  take_clump (self, last->next, &next);
  return next.space + next.height > bottom (self) - y + ENOUGH;
}

/* Returns FALSE when the page is full. */
static gboolean
flow_columns (YzFlow *self)
{
  g_autoptr (GArray) run = take_run (self);
  const Clump *clump = &g_array_index (run, Clump, 0);
  double space = is_empty (self) ? 0 : clump->space;
  double room = bottom (self) - self->y - space, end;
  guint n = fill_columns (run, self->n_columns, room);

  if (n == run->len && (n > 1 || !is_empty (self)) &&
      parts_from_next (self, run, self->y + space + balance (run, self->n_columns, n, room)))
    n--;
  if (n == 0)
    {
      if (clump->n_blocks == 1 && split_first (self, self->column_width, room))
        return TRUE;
      if (!is_empty (self))
        return FALSE;
      place_shrunk (self, clump, room);
      return TRUE;
    }

  self->y += space;
  if (n == run->len)
    {
      place_columns (self, run, n, balance (run, self->n_columns, n, room));
      return TRUE;
    }
  end = place_columns (self, run, n, room);
  if (g_array_index (run, Clump, n).n_blocks == 1)
    place_first_half (self, end);
  return FALSE;
}

/* --- pages -------------------------------------------------------------------------------------------------------- */

static gboolean
next_section (YzFlow *self)
{
  while (g_queue_is_empty (self->waiting))
    {
      if (self->section_index == yz_document_get_n_sections (self->document))
        return FALSE;
      self->section = yz_document_get_section (self->document, self->section_index++);
      for (guint i = 0; i < self->section->blocks->len; i++)
        g_queue_push_tail (self->waiting, g_object_ref (g_ptr_array_index (self->section->blocks, i)));
    }
  return TRUE;
}

YzPage *
yz_flow_next (YzFlow *self)
{
  gboolean room = TRUE;

  if (!next_section (self))
    return NULL;

  begin_page (self);
  while (room && !g_queue_is_empty (self->waiting))
    {
      YzBlock *block = g_queue_peek_head (self->waiting);

      if (!is_empty (self) && yz_block_get_new_page (block))
        break;
      room = yz_block_get_flow (block) == YZ_BLOCK_IN_COLUMN ? flow_columns (self) : flow_across (self);
    }
  self->page->height = self->paper->height > 0 ? self->paper->height : self->y + self->paper->foot;
  return g_steal_pointer (&self->page);
}
