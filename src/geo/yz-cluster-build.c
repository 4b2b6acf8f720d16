/*
 * Builds the tree of a cluster index from the deepest level upwards.
 *
 * Per level, what is alive is sorted into square cells as wide as the radius, by row and column. The neighbours of a
 * node are then three runs of the sorted array (its row and the two beside it), and the beginnings of the runs of all
 * nodes are found in one sweep. A cell holds at most four seeds, as these lie more than the radius apart: the time is
 * linear in the number of points, however dense they lie. A few flat arrays serve all levels.
 */
#include "config.h"

#include "yz-cluster-private.h"

#define DIGIT_BITS 11
#define N_DIGITS (1u << DIGIT_BITS)

#define FETCH_STEPS 10

typedef struct
{
  guint64 cell; /* row << 32 | column */
  guint32 x, y;
  guint32 slot; /* in the array of what is alive */
  guint32 taken;
} Entry;

typedef struct
{
  YzClusterIndex *index;
  guint32 *alive; /* ids; shrinks from level to level */
  guint n_alive;

  Entry *entries, *spare;
  guint32 *ranks;     /* slot → place among the sorted entries */
  guint32 (*runs)[3]; /* by place: where the run in the row above, its own, the row below begins */
  guint32 *members;   /* the places that a seed takes; one more than fits is written, and not counted */
  guint n_members;
} Build;

static guint
bit_length (guint64 value)
{
  return value == 0 ? 0 : 64 - __builtin_clzll (value);
}

/* One stable pass by the digit at @shift. */
static void
sort_by_digit (const Entry *from, Entry *to, guint n, guint shift)
{
  guint starts[N_DIGITS] = { 0 };
  guint sum = 0;

  for (guint i = 0; i < n; i++)
    starts[(from[i].cell >> shift) & (N_DIGITS - 1)]++;
  for (guint i = 0; i < N_DIGITS; i++)
    {
      guint count = starts[i];

      starts[i] = sum;
      sum += count;
    }
  for (guint i = 0; i < n; i++)
    to[starts[(from[i].cell >> shift) & (N_DIGITS - 1)]++] = from[i];
}

static void
sort_half (Build *build, guint low, guint bits)
{
  for (guint shift = low; shift < low + bits; shift += DIGIT_BITS)
    {
      Entry *sorted = build->spare;

      sort_by_digit (build->entries, sorted, build->n_alive, shift);
      build->spare = build->entries;
      build->entries = sorted;
    }
}

static void
sort_into_cells (Build *build, double cell)
{
  double cells_per_unit = 1 / cell;
  guint64 columns = 0, rows = 0;

  for (guint i = 0; i < build->n_alive; i++)
    {
      const YzNode *node = yz_node_get (build->index, build->alive[i]);
      guint64 column = (guint32) (node->x * cells_per_unit);
      guint64 row = (guint32) (node->y * cells_per_unit);

      columns |= column;
      rows |= row;
      build->entries[i] = (Entry){ .cell = row << 32 | column, .x = node->x, .y = node->y, .slot = i };
    }
  sort_half (build, 0, bit_length (columns));
  sort_half (build, 32, bit_length (rows));
}

static guint64
shift_cell (guint64 cell, int rows, int columns)
{
  gint64 row = (gint64) (cell >> 32) + rows;
  gint64 column = (gint64) (cell & G_MAXUINT32) + columns;

  /* The row above the first begins where all begins. A column behind the last runs on into the next row, whose
     first cell is then looked at in vain. */
  return row < 0 ? 0 : ((guint64) row << 32) + (guint64) MAX (column, 0);
}

/* As the cells ascend, so do the beginnings of their runs: three pointers move through the array once. */
static void
find_runs (Build *build)
{
  guint32 heads[3] = { 0 };

  for (guint i = 0; i < build->n_alive; i++)
    {
      build->ranks[build->entries[i].slot] = i;
      for (int k = 0; k < 3; k++)
        {
          guint64 first = shift_cell (build->entries[i].cell, k - 1, -1);

          while (heads[k] < build->n_alive && build->entries[heads[k]].cell < first)
            heads[k]++;
          build->runs[i][k] = heads[k];
        }
    }
}

/*
 * Notes the free entries within the radius among those of one run. Whether an entry counts is added, not asked: it is
 * as good as chance, and the processor would guess wrong half the time.
 */
static void
collect_run (Build *build, const Entry *seed, guint from, guint64 last, double radius2)
{
  for (guint i = from; i < build->n_alive && build->entries[i].cell <= last; i++)
    {
      const Entry *entry = &build->entries[i];
      double dx = (double) entry->x - seed->x;
      double dy = (double) entry->y - seed->y;

      build->members[build->n_members] = i;
      build->n_members += !entry->taken & (dx * dx + dy * dy <= radius2);
    }
}

/* The free neighbours of the entry at @place, itself included, are taken. */
static void
take_members (Build *build, guint place, double radius2)
{
  const Entry *seed = &build->entries[place];

  build->n_members = 0;
  for (int k = 0; k < 3; k++)
    if (k > 0 || seed->cell >> 32 > 0)
      collect_run (build, seed, build->runs[place][k], shift_cell (seed->cell, k - 1, 1), radius2);

  for (guint i = 0; i < build->n_members; i++)
    build->entries[build->members[i]].taken = TRUE;
}

static guint32
join_members (Build *build, guint zoom)
{
  guint32 group = yz_cluster_new_group (build->index, zoom);

  for (guint i = 0; i < build->n_members; i++)
    yz_group_adopt (build->index, group, build->alive[build->entries[build->members[i]].slot]);
  return group;
}

/*
 * The seeds come in the caller's order, which in memory is any order: without this the processor waits for each of
 * them. First the seed's own entry, then, when that has come, the beginnings of its runs.
 */
static void
fetch_ahead (const Build *build, guint slot)
{
  guint far = slot + 2 * FETCH_STEPS;
  guint near = slot + FETCH_STEPS;

  if (far < build->n_alive)
    {
      __builtin_prefetch (&build->entries[build->ranks[far]]);
      __builtin_prefetch (&build->runs[build->ranks[far]]);
    }
  if (near < build->n_alive)
    for (int k = 0; k < 3; k++)
      __builtin_prefetch (&build->entries[build->runs[build->ranks[near]][k]]);
}

static void
build_level (Build *build, guint zoom)
{
  guint32 radius = yz_cluster_radius_at (build->index, zoom);
  guint n_next = 0;

  /* a little wider than the radius: no rounding puts a neighbour two cells away */
  sort_into_cells (build, radius * (1 + 1e-9) + 1);
  find_runs (build);

  /* The free members of a seed lie behind it, so that what is alive next overwrites only what is done with. */
  for (guint slot = 0; slot < build->n_alive; slot++)
    {
      guint place = build->ranks[slot];

      fetch_ahead (build, slot);
      if (build->entries[place].taken)
        continue;
      take_members (build, place, (double) radius * radius);
      build->alive[n_next++] = build->n_members > 1 ? join_members (build, zoom) : build->alive[slot];
    }
  build->n_alive = n_next;
}

void
yz_cluster_build (YzClusterIndex *self, guint32 *alive, guint n_alive)
{
  Build build = {
    .index = self,
    .alive = alive,
    .n_alive = n_alive,
    .entries = g_new (Entry, n_alive),
    .spare = g_new (Entry, n_alive),
    .ranks = g_new (guint32, n_alive),
    .runs = g_malloc_n (n_alive, sizeof (guint32[3])),
    .members = g_new (guint32, n_alive + 1),
  };

  for (int zoom = yz_cluster_spot_zoom (self); zoom >= (int) self->options.min_zoom; zoom--)
    build_level (&build, zoom);

  for (guint i = build.n_alive; i > 0; i--)
    {
      yz_node_get (self, alive[i - 1])->next = self->roots;
      self->roots = alive[i - 1];
    }

  g_free (build.entries);
  g_free (build.spare);
  g_free (build.ranks);
  g_free (build.runs);
  g_free (build.members);
}
