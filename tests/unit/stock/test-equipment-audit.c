/* Found, missing, elsewhere, extra. */
#include "config.h"

#include <glib.h>

#include "yz-equipment-audit.h"

#define HERE 1
#define THERE 2

static const YzAuditPiece pieces[] = {
  { 11, HERE, FALSE }, { 12, HERE, FALSE }, { 13, THERE, FALSE }, { 14, HERE, TRUE }, { 15, 0, FALSE },
};

static const YzAuditLine *
find (GArray *lines, guint32 piece)
{
  for (guint i = 0; i < lines->len; i++)
    if (g_array_index (lines, YzAuditLine, i).piece == piece)
      return &g_array_index (lines, YzAuditLine, i);
  return NULL;
}

static guint
count (GArray *lines, YzAuditFinding finding)
{
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    n += g_array_index (lines, YzAuditLine, i).finding == finding;
  return n;
}

static void
test_four_lists (void)
{
  static const YzAuditSight sights[] = {
    { 13, NULL, HERE }, { 11, NULL, HERE }, { 14, NULL, HERE }, { 0, "SB-9999", HERE }, { 15, NULL, HERE },
  };
  g_autoptr (GArray) lines = yz_equipment_audit (HERE, pieces, G_N_ELEMENTS (pieces), sights, G_N_ELEMENTS (sights));

  g_assert_cmpuint (lines->len, ==, 6);
  g_assert_cmpint (find (lines, 11)->finding, ==, YZ_AUDIT_FOUND);
  g_assert_cmpint (find (lines, 12)->finding, ==, YZ_AUDIT_MISSING);
  g_assert_cmpint (find (lines, 13)->finding, ==, YZ_AUDIT_ELSEWHERE);
  g_assert_cmpint (find (lines, 14)->finding, ==, YZ_AUDIT_EXTRA);
  g_assert_cmpint (find (lines, 15)->finding, ==, YZ_AUDIT_ELSEWHERE);
  g_assert_cmpint (find (lines, 0)->finding, ==, YZ_AUDIT_EXTRA);
  g_assert_cmpuint (count (lines, YZ_AUDIT_EXTRA), ==, 2);
}

static void
test_repeats (void)
{
  static const YzAuditSight sights[] = {
    { 11, NULL, HERE }, { 0, "X", HERE }, { 11, NULL, HERE }, { 0, "X", HERE }, { 0, "Y", HERE }, { 11, NULL, HERE },
  };
  g_autoptr (GArray) lines = yz_equipment_audit (HERE, pieces, 1, sights, G_N_ELEMENTS (sights));

  g_assert_cmpuint (lines->len, ==, 3);
  g_assert_cmpuint (g_array_index (lines, YzAuditLine, 0).times, ==, 3);
  g_assert_cmpuint (g_array_index (lines, YzAuditLine, 0).sight, ==, 5);
  g_assert_cmpuint (g_array_index (lines, YzAuditLine, 1).times, ==, 2);
  g_assert_cmpuint (g_array_index (lines, YzAuditLine, 2).times, ==, 1);
}

/* What was carried from one room to the next is where it was seen last. */
static void
test_carried (void)
{
  static const YzAuditSight away[] = { { 11, NULL, HERE }, { 11, NULL, THERE } };
  static const YzAuditSight back[] = { { 11, NULL, THERE }, { 11, NULL, HERE } };
  g_autoptr (GArray) first = yz_equipment_audit (HERE, pieces, 1, away, 2);
  g_autoptr (GArray) second = yz_equipment_audit (HERE, pieces, 1, back, 2);

  g_assert_cmpint (find (first, 11)->finding, ==, YZ_AUDIT_ELSEWHERE);
  g_assert_cmpint (find (second, 11)->finding, ==, YZ_AUDIT_FOUND);
}

static void
test_nothing (void)
{
  g_autoptr (GArray) empty = yz_equipment_audit (HERE, NULL, 0, NULL, 0);
  g_autoptr (GArray) unseen = yz_equipment_audit (HERE, pieces, G_N_ELEMENTS (pieces), NULL, 0);

  g_assert_cmpuint (empty->len, ==, 0);
  g_assert_cmpuint (unseen->len, ==, 2);
  g_assert_cmpuint (count (unseen, YZ_AUDIT_MISSING), ==, 2);
}

#define N_PIECES 40
#define N_PLACES 3
#define N_TAGS 5

static const char *const tags[N_TAGS] = { "A", "B", "C", "D", "E" };

static void
invent (GRand *random, YzAuditPiece *books, YzAuditSight *sights, guint n_sights)
{
  for (guint i = 0; i < N_PIECES; i++)
    books[i] =
      (YzAuditPiece){ i + 1, (guint32) g_rand_int_range (random, 0, N_PLACES + 1), g_rand_int (random) % 8 == 0 };
  for (guint i = 0; i < n_sights; i++)
    {
      guint32 piece = (guint32) g_rand_int_range (random, -5, N_PIECES + 1) % (N_PIECES + 1);

      sights[i].piece = piece <= N_PIECES ? piece : 0;
      sights[i].tag = sights[i].piece == 0 ? tags[g_rand_int_range (random, 0, N_TAGS)] : NULL;
      sights[i].place = (guint32) g_rand_int_range (random, 1, N_PLACES + 1);
    }
}

/* What must be said of one piece, thought from the piece. */
static gboolean
expect (const YzAuditPiece *piece, guint32 place, const YzAuditSight *sights, guint n_sights, YzAuditFinding *finding,
        guint *times)
{
  guint32 last = 0;

  *times = 0;
  for (guint i = 0; i < n_sights; i++)
    if (sights[i].piece == piece->piece)
      {
        last = sights[i].place;
        ++*times;
      }
  if (*times == 0)
    *finding = YZ_AUDIT_MISSING;
  else if (piece->gone)
    *finding = YZ_AUDIT_EXTRA;
  else
    *finding = last == piece->place ? YZ_AUDIT_FOUND : YZ_AUDIT_ELSEWHERE;
  return *times > 0 || (piece->place == place && !piece->gone);
}

static guint
count_seen_tags (const YzAuditSight *sights, guint n_sights)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n_sights; i++)
    if (sights[i].piece == 0)
      g_hash_table_add (seen, (gpointer) sights[i].tag);
  return g_hash_table_size (seen);
}

static void
assert_agrees (GArray *lines, const YzAuditPiece *books, const YzAuditSight *sights, guint n_sights)
{
  guint n_expected = count_seen_tags (sights, n_sights), total = 0;

  for (guint i = 0; i < N_PIECES; i++)
    {
      const YzAuditLine *line = find (lines, books[i].piece);
      YzAuditFinding finding;
      guint times;

      if (!expect (&books[i], HERE, sights, n_sights, &finding, &times))
        g_assert_null (line);
      else
        {
          g_assert_nonnull (line);
          g_assert_cmpint (line->finding, ==, finding);
          g_assert_cmpuint (line->times, ==, times);
          n_expected++;
        }
    }
  /* every line is one of those, so none is doubled, and every sight is told once */
  g_assert_cmpuint (lines->len, ==, n_expected);
  for (guint i = 0; i < lines->len; i++)
    total += g_array_index (lines, YzAuditLine, i).times;
  g_assert_cmpuint (total, ==, n_sights);
}

static void
test_property (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261121);

  for (guint round = 0; round < 2000; round++)
    {
      guint n_sights = (guint) g_rand_int_range (random, 0, 60);
      YzAuditPiece books[N_PIECES];
      YzAuditSight sights[60];
      g_autoptr (GArray) lines = NULL;

      invent (random, books, sights, n_sights);
      lines = yz_equipment_audit (HERE, books, N_PIECES, sights, n_sights);
      assert_agrees (lines, books, sights, n_sights);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stock/equipment-audit/four-lists", test_four_lists);
  g_test_add_func ("/stock/equipment-audit/repeats", test_repeats);
  g_test_add_func ("/stock/equipment-audit/carried", test_carried);
  g_test_add_func ("/stock/equipment-audit/nothing", test_nothing);
  g_test_add_func ("/stock/equipment-audit/property", test_property);
  return g_test_run ();
}
