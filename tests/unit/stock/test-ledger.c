/*
 * Three desks write 100,000 movements, take some back and some of that back again, and tell one another from time to
 * time, in any order. Beside them is a model that knows nothing but the list of what was done.
 */
#include "config.h"

#include <glib.h>

#include "yz-stock-ledger.h"

#define N_DESKS 3
#define N_STEPS 100000
#define N_ITEMS 4
#define N_LOTS 3

/* Two places of each desk, one on the way, and outside them where things come from and where they end. */
enum
{
  TRANSIT = 2 * N_DESKS + 1,
  SUPPLY,
  HANDED_OUT,
  WRITTEN_OFF,
  DIFFERENCE,
  N_PLACES,
};

typedef gint64 Sums[N_PLACES][N_ITEMS + 1][N_LOTS];

typedef struct
{
  GArray *moves; /* YzStockMove, by time */
  GHashTable *known;
  Sums sums;
} Desk;

typedef struct
{
  GRand *random;
  Desk desks[N_DESKS];
  gboolean apart;    /* each desk takes from its own places only */
  YzStockMove taken; /* the last that was taken back, which another desk may take back too before it is told */
  guint64 next_id;
  gint64 now;
} World;

static gboolean
is_outside (guint32 place, gpointer user_data)
{
  return place >= SUPPLY;
}

static World *
world_new (guint32 seed, gboolean apart)
{
  World *self = g_new0 (World, 1);

  self->random = g_rand_new_with_seed (seed);
  self->apart = apart;
  for (guint i = 0; i < N_DESKS; i++)
    {
      self->desks[i].moves = g_array_new (FALSE, FALSE, sizeof (YzStockMove));
      self->desks[i].known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
    }
  return self;
}

static void
world_free (World *self)
{
  for (guint i = 0; i < N_DESKS; i++)
    {
      g_array_unref (self->desks[i].moves);
      g_hash_table_unref (self->desks[i].known);
    }
  g_rand_free (self->random);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (World, world_free)

static guint32
dice (World *world, guint32 begin, guint32 end)
{
  return (guint32) g_rand_int_range (world->random, (gint32) begin, (gint32) end);
}

/* The model: whether @move counts, asked of the whole list, again and again. */
static gboolean
counts (GArray *moves, const YzStockMove *move)
{
  for (guint i = 0; i < moves->len; i++)
    {
      const YzStockMove *other = &g_array_index (moves, YzStockMove, i);

      if (other->takes_back == move->id && counts (moves, other))
        return FALSE;
    }
  return TRUE;
}

static void
add_up (Sums sums, const YzStockMove *move, gint64 sign)
{
  sums[move->source][move->item][move->lot] -= sign * move->quantity;
  sums[move->target][move->item][move->lot] += sign * move->quantity;
}

/* The movements and what takes them back belong together; only such a family is asked for what counts in it. */
static GHashTable *
find_families (GArray *moves)
{
  GHashTable *families = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  GHashTable *heads = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);

  /* a movement has a smaller id than what takes it back, and the list is by time, then by id */
  for (guint i = 0; i < moves->len; i++)
    {
      const YzStockMove *move = &g_array_index (moves, YzStockMove, i);
      guint64 *parent = move->takes_back != 0 ? g_hash_table_lookup (heads, &move->takes_back) : NULL;
      guint64 head = parent != NULL ? *parent : move->id;
      GArray *family = g_hash_table_lookup (families, &head);

      if (family == NULL)
        {
          family = g_array_new (FALSE, FALSE, sizeof (YzStockMove));
          g_hash_table_insert (families, g_memdup2 (&head, sizeof head), family);
        }
      g_array_append_vals (family, move, 1);
      g_hash_table_insert (heads, (gpointer) &move->id, g_memdup2 (&head, sizeof head));
    }
  g_hash_table_unref (heads);
  return families;
}

static void
count_again (Desk *desk)
{
  g_autoptr (GHashTable) families = find_families (desk->moves);
  GHashTableIter iter;
  gpointer value;

  memset (desk->sums, 0, sizeof desk->sums);
  g_hash_table_iter_init (&iter, families);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      GArray *family = value;
      const YzStockMove *head = &g_array_index (family, YzStockMove, 0);

      if (counts (family, head))
        add_up (desk->sums, head, 1);
    }
}

static int
compare_moves (gconstpointer a, gconstpointer b)
{
  const YzStockMove *one = a, *two = b;

  if (one->at != two->at)
    return one->at < two->at ? -1 : 1;
  return (one->id > two->id) - (one->id < two->id);
}

static void
learn (Desk *desk, const YzStockMove *move)
{
  if (g_hash_table_contains (desk->known, &move->id))
    return;
  g_hash_table_add (desk->known, g_memdup2 (&move->id, sizeof move->id));
  g_array_append_vals (desk->moves, move, 1);
}

static void
tell (Desk *from, Desk *to)
{
  for (guint i = 0; i < from->moves->len; i++)
    learn (to, &g_array_index (from->moves, YzStockMove, i));
  g_array_sort (to->moves, compare_moves);
  count_again (to);
}

static YzStockMove
draw_move (World *world, guint desk)
{
  guint32 own = world->apart ? 1 + 2 * desk + dice (world, 0, 2) : dice (world, 1, TRANSIT);
  static const guint32 ends[] = { HANDED_OUT, WRITTEN_OFF, TRANSIT };
  YzStockMove move = { .id = ++world->next_id,
                       .item = dice (world, 1, N_ITEMS + 1),
                       .lot = dice (world, 0, N_LOTS),
                       .quantity = dice (world, 1, 20),
                       .at = world->now };

  switch (dice (world, 0, 6))
    {
    case 0:
    case 1:
      move.source = SUPPLY;
      move.target = own;
      break;
    case 2:
      move.source = own;
      move.target = own == 1 ? 2 : 1;
      break;
    default:
      move.source = own;
      move.target = ends[dice (world, 0, world->apart ? 2 : 3)];
      break;
    }
  return move;
}

static void
write_move (World *world, guint desk)
{
  YzStockMove move = draw_move (world, desk);
  Desk *self = &world->desks[desk];
  gint64 there = self->sums[move.source][move.item][move.lot];

  if (!is_outside (move.source, NULL) && there < move.quantity)
    {
      if (dice (world, 0, 50) != 0)
        return;
      move.forced = TRUE;
    }
  learn (self, &move);
  add_up (self->sums, &move, 1);
}

static guint
count_faults (GArray *moves)
{
  g_autoptr (GArray) faults = yz_stock_ledger_verify ((YzStockMove *) moves->data, moves->len, is_outside, NULL);

  return faults->len;
}

static YzStockMove
make_counter (const YzStockMove *move, guint64 id)
{
  YzStockMove counter = *move;

  counter.id = id;
  counter.takes_back = move->id;
  counter.source = move->target;
  counter.target = move->source;
  counter.forced = FALSE;
  return counter;
}

/* Whether what is to be taken back can be spared at every instant since. */
static gboolean
can_spare (Desk *desk, const YzStockMove *move)
{
  YzStockMove counter = make_counter (move, G_MAXINT64);
  g_autoptr (GArray) heap = g_array_new (FALSE, FALSE, sizeof (YzStockMove));
  guint before;

  for (guint i = 0; i < desk->moves->len; i++)
    {
      const YzStockMove *other = &g_array_index (desk->moves, YzStockMove, i);

      if (other->item == move->item && other->lot == move->lot)
        g_array_append_vals (heap, other, 1);
    }
  before = count_faults (heap);
  g_array_append_val (heap, counter);
  return count_faults (heap) <= before;
}

static gboolean
is_free (Desk *desk, const YzStockMove *move)
{
  for (guint i = 0; i < desk->moves->len; i++)
    if (g_array_index (desk->moves, YzStockMove, i).takes_back == move->id)
      return FALSE;
  return TRUE;
}

static gboolean
is_mine (World *world, guint desk, const YzStockMove *move)
{
  guint32 mine = 1 + 2 * desk;

  return !world->apart || ((is_outside (move->target, NULL) || move->target == mine || move->target == mine + 1) &&
                           (is_outside (move->source, NULL) || move->source == mine || move->source == mine + 1));
}

static void
take_back (World *world, guint desk)
{
  Desk *self = &world->desks[desk];
  guint last = self->moves->len;
  YzStockMove move, counter;

  if (last == 0)
    return;
  move = g_array_index (self->moves, YzStockMove, last - 1 - dice (world, 0, MIN (last, 400)));
  if (dice (world, 0, 2) == 0 && g_hash_table_contains (self->known, &world->taken.id))
    move = world->taken;
  if (!is_mine (world, desk, &move) || !is_free (self, &move) || !can_spare (self, &move))
    return;
  world->taken = move;
  counter = make_counter (&move, ++world->next_id);
  learn (self, &counter);
  add_up (self->sums, &counter, 1);
}

static void
play (World *world, guint n_steps)
{
  for (guint i = 0; i < n_steps; i++)
    {
      guint desk = dice (world, 0, N_DESKS);

      world->now += dice (world, 0, 3);
      if (dice (world, 0, 200) == 0)
        take_back (world, desk);
      else if (dice (world, 0, 2000) == 0)
        tell (&world->desks[desk], &world->desks[(desk + 1) % N_DESKS]);
      else
        write_move (world, desk);
    }
}

/* Everybody tells everybody, in an order of its own for each. */
static void
meet (World *world)
{
  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < N_DESKS; i++)
      tell (&world->desks[(i + round) % N_DESKS], &world->desks[(i + round + 1 + i % 2) % N_DESKS]);
  for (guint i = 0; i < N_DESKS; i++)
    for (guint j = 0; j < N_DESKS; j++)
      tell (&world->desks[j], &world->desks[i]);
}

static GArray *
shuffle (World *world, GArray *moves)
{
  GArray *shuffled = g_array_copy (moves);

  for (guint i = shuffled->len; i > 1; i--)
    {
      guint other = dice (world, 0, i);
      YzStockMove move = g_array_index (shuffled, YzStockMove, i - 1);

      g_array_index (shuffled, YzStockMove, i - 1) = g_array_index (shuffled, YzStockMove, other);
      g_array_index (shuffled, YzStockMove, other) = move;
    }
  return shuffled;
}

static void
assert_sums (GArray *moves, Sums expected)
{
  g_autoptr (GArray) sums = yz_stock_ledger_sum ((YzStockMove *) moves->data, moves->len, G_MAXINT64);
  Sums got = { 0 };
  gint64 total = 0;

  for (guint i = 0; i < sums->len; i++)
    {
      const YzStockSum *sum = &g_array_index (sums, YzStockSum, i);

      got[sum->place][sum->item][sum->lot] = sum->quantity;
      total += sum->quantity;
    }
  g_assert_cmpmem (got, sizeof got, expected, sizeof (Sums));
  g_assert_cmpint (total, ==, 0);
}

/* All that ever came is in a place, on the way, with people, or written off: lot by lot. */
static void
assert_conserved (Sums sums)
{
  for (guint item = 1; item <= N_ITEMS; item++)
    for (guint lot = 0; lot < N_LOTS; lot++)
      {
        gint64 somewhere = 0;

        for (guint place = 1; place < N_PLACES; place++)
          if (place != SUPPLY)
            somewhere += sums[place][item][lot];
        g_assert_cmpint (somewhere, ==, -sums[SUPPLY][item][lot]);
      }
}

static void
assert_same (GArray *one, GArray *two)
{
  g_assert_cmpuint (one->len, ==, two->len);
  for (guint i = 0; i < one->len; i++)
    {
      const YzStockFault *left = &g_array_index (one, YzStockFault, i), *right = &g_array_index (two, YzStockFault, i);

      g_assert_cmpint (left->type, ==, right->type);
      g_assert_cmpuint (left->move, ==, right->move);
      g_assert_cmpuint (left->place, ==, right->place);
      g_assert_cmpint (left->quantity, ==, right->quantity);
    }
}

/* How often the model finds less than nothing after a movement that was not forced. */
static guint
count_negatives (GArray *moves)
{
  g_autoptr (GHashTable) families = find_families (moves);
  Sums sums = { 0 };
  guint n = 0;

  for (guint i = 0; i < moves->len; i++)
    {
      const YzStockMove *move = &g_array_index (moves, YzStockMove, i);
      GArray *family = g_hash_table_lookup (families, &move->id);

      if (family == NULL || !counts (family, move))
        continue;
      add_up (sums, move, 1);
      n += !move->forced && !is_outside (move->source, NULL) && sums[move->source][move->item][move->lot] < 0;
    }
  return n;
}

static void
check_world (World *world)
{
  g_autoptr (GArray) faults = NULL;
  GArray *all = world->desks[0].moves;

  meet (world);
  g_test_message ("%u movements", all->len);
  faults = yz_stock_ledger_verify ((YzStockMove *) all->data, all->len, is_outside, NULL);
  for (guint i = 0; i < N_DESKS; i++)
    {
      g_autoptr (GArray) shuffled = shuffle (world, world->desks[i].moves);
      g_autoptr (GArray) others = NULL;

      others = yz_stock_ledger_verify ((YzStockMove *) world->desks[i].moves->data, all->len, is_outside, NULL);
      g_assert_cmpuint (shuffled->len, ==, all->len);
      assert_sums (shuffled, world->desks[0].sums);
      assert_same (faults, others);
    }
  assert_conserved (world->desks[0].sums);
  if (world->apart)
    g_assert_cmpuint (faults->len, ==, 0);
  else
    {
      guint negatives = 0, twice = 0;

      for (guint i = 0; i < faults->len; i++)
        {
          negatives += g_array_index (faults, YzStockFault, i).type == YZ_STOCK_FAULT_NEGATIVE;
          twice += g_array_index (faults, YzStockFault, i).type == YZ_STOCK_FAULT_TWICE;
        }
      /* two desks took the same back, neither knowing of the other */
      g_assert_cmpuint (twice, >, 10);
      g_assert_cmpuint (negatives, ==, count_negatives (all));
      g_assert_cmpuint (negatives, >, 0);
    }
}

/* Nobody takes what another answers for: whatever was written apart is sound together. */
static void
test_apart (void)
{
  g_autoptr (World) world = world_new (20261120, TRUE);

  play (world, N_STEPS);
  check_world (world);
}

/* Everybody takes from everywhere: what cannot be is found, and it is the same on every desk. */
static void
test_together (void)
{
  g_autoptr (World) world = world_new (7, FALSE);

  play (world, N_STEPS);
  check_world (world);
}

/* Two desks take the same back; one of them thinks better of it. */
static void
test_twice (void)
{
  YzStockMove moves[] = {
    { .id = 1, .source = SUPPLY, .target = 1, .item = 1, .quantity = 10, .at = 5 },
    { .id = 2, .source = 1, .target = HANDED_OUT, .item = 1, .quantity = 4, .at = 6 },
    { .id = 3, .takes_back = 2, .source = HANDED_OUT, .target = 1, .item = 1, .quantity = 4, .at = 6 },
    { .id = 4, .takes_back = 2, .source = HANDED_OUT, .target = 1, .item = 1, .quantity = 4, .at = 6 },
    { .id = 5, .takes_back = 3, .source = 1, .target = HANDED_OUT, .item = 1, .quantity = 4, .at = 6 },
  };
  static const gint64 expected[] = { 10, 6, 10, 10, 10 };
  g_autoptr (GArray) faults = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (GArray) sums = yz_stock_ledger_sum (moves, i + 1, G_MAXINT64);

      g_assert_cmpint (g_array_index (sums, YzStockSum, 0).place, ==, 1);
      g_assert_cmpint (g_array_index (sums, YzStockSum, 0).quantity, ==, expected[i]);
    }
  faults = yz_stock_ledger_verify (moves, 4, is_outside, NULL);
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_cmpint (g_array_index (faults, YzStockFault, 0).type, ==, YZ_STOCK_FAULT_TWICE);
  g_assert_cmpint (g_array_index (faults, YzStockFault, 0).move, ==, 4);
}

static void
test_count (void)
{
  YzStockMove moves[] = {
    { .id = 1, .source = SUPPLY, .target = 1, .item = 1, .quantity = 10, .at = 5 },
    { .id = 2, .source = 1, .target = DIFFERENCE, .item = 1, .quantity = 2, .at = 9, .counted = 8, .counted_place = 1 },
    { .id = 3,
      .source = DIFFERENCE,
      .target = 1,
      .item = 1,
      .quantity = 0,
      .at = 12,
      .counted = 8,
      .counted_place = 1 },
    { .id = 4, .source = SUPPLY, .target = 1, .item = 1, .quantity = 3, .at = 7 },
  };
  g_autoptr (GArray) sound = yz_stock_ledger_verify (moves, 3, is_outside, NULL);
  g_autoptr (GArray) late = yz_stock_ledger_verify (moves, 4, is_outside, NULL);

  g_assert_cmpuint (sound->len, ==, 0);
  g_assert_cmpuint (late->len, ==, 2);
  g_assert_cmpint (g_array_index (late, YzStockFault, 0).type, ==, YZ_STOCK_FAULT_COUNT);
  g_assert_cmpint (g_array_index (late, YzStockFault, 0).move, ==, 2);
  g_assert_cmpint (g_array_index (late, YzStockFault, 0).quantity, ==, 3);
}

/* A counter-entry that is none is told, and a ring of damaged records ends. */
static void
test_damaged (void)
{
  YzStockMove moves[] = {
    { .id = 1, .source = SUPPLY, .target = 1, .item = 1, .quantity = 10, .at = 5 },
    { .id = 2, .takes_back = 1, .source = 1, .target = SUPPLY, .item = 1, .quantity = 9, .at = 5 },
    { .id = 3, .takes_back = 99, .source = 1, .target = SUPPLY, .item = 1, .quantity = 9, .at = 5 },
    { .id = 4, .takes_back = 5, .source = 1, .target = SUPPLY, .item = 1, .quantity = 1, .at = 5 },
    { .id = 5, .takes_back = 4, .source = SUPPLY, .target = 1, .item = 1, .quantity = 1, .at = 5 },
  };
  g_autoptr (GArray) faults = yz_stock_ledger_verify (moves, G_N_ELEMENTS (moves), is_outside, NULL);

  g_assert_cmpuint (faults->len, ==, 2);
  g_assert_cmpint (g_array_index (faults, YzStockFault, 0).type, ==, YZ_STOCK_FAULT_COUNTER);
  g_assert_cmpint (g_array_index (faults, YzStockFault, 0).move, ==, 2);
  g_assert_cmpint (g_array_index (faults, YzStockFault, 1).move, ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stock/ledger/apart", test_apart);
  g_test_add_func ("/stock/ledger/together", test_together);
  g_test_add_func ("/stock/ledger/twice", test_twice);
  g_test_add_func ("/stock/ledger/count", test_count);
  g_test_add_func ("/stock/ledger/damaged", test_damaged);
  return g_test_run ();
}
