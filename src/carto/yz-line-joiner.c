#include "config.h"

#include "yz-line-joiner-private.h"

#include <math.h>
#include <string.h>

/* Long enough for any name, short enough that a spatial index still tells where the line is. */
#define MAX_POINTS 600

#define MIN_COSINE 0.5 /* of the turn: 60° */

typedef struct
{
  gboolean used;
  guint n_points;
  double xy[];
} Piece;

/* One end of a piece; the ends at one place form a list. */
typedef struct _End
{
  gint64 place;
  Piece *piece;
  gboolean last; /* the piece's last point lies here */
  struct _End *next;
} End;

typedef struct
{
  char *key;
  GPtrArray *pieces;
} Group;

struct _YzLineJoiner
{
  GPtrArray *groups; /* in order of appearance */
  GHashTable *by_key;
};

static void
group_free (Group *group)
{
  g_ptr_array_unref (group->pieces);
  g_free (group->key);
  g_free (group);
}

YzLineJoiner *
yz_line_joiner_new (void)
{
  YzLineJoiner *self = g_new0 (YzLineJoiner, 1);

  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

void
yz_line_joiner_free (YzLineJoiner *self)
{
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->groups);
  g_free (self);
}

void
yz_line_joiner_add (YzLineJoiner *self, const char *key, const double *xy, guint n_points)
{
  Group *group = g_hash_table_lookup (self->by_key, key);
  Piece *piece;

  if (n_points < 2)
    return;
  if (group == NULL)
    {
      group = g_new0 (Group, 1);
      group->key = g_strdup (key);
      group->pieces = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (self->groups, group);
      g_hash_table_insert (self->by_key, group->key, group);
    }

  piece = g_malloc (sizeof *piece + 2 * n_points * sizeof (double));
  piece->used = FALSE;
  piece->n_points = n_points;
  memcpy (piece->xy, xy, 2 * n_points * sizeof (double));
  g_ptr_array_add (group->pieces, piece);
}

/* Points that share a node of the source are equal to the bit; a decimetre forgives reprojection. */
static gint64
place_of (const double *xy)
{
  guint32 x = (guint32) (gint32) lround (xy[0] * 10);
  guint32 y = (guint32) (gint32) lround (xy[1] * 10);

  return (gint64) ((guint64) x << 32 | y);
}

static void
index_end (GHashTable *ends, End *end, Piece *piece, gboolean last)
{
  end->place = place_of (last ? &piece->xy[2 * (piece->n_points - 1)] : piece->xy);
  end->piece = piece;
  end->last = last;
  end->next = g_hash_table_lookup (ends, &end->place);
  g_hash_table_replace (ends, &end->place, end);
}

static double
turn_cosine (const double *from, const double *via, const double *to)
{
  double ax = via[0] - from[0], ay = via[1] - from[1], bx = to[0] - via[0], by = to[1] - via[1];
  double length = hypot (ax, ay) * hypot (bx, by);

  return length > 0 ? (ax * bx + ay * by) / length : -1;
}

static End *
find_continuation (GHashTable *ends, GArray *line)
{
  const double *tail = &g_array_index (line, double, line->len - 2);
  gint64 place = place_of (tail);
  double best_cosine = MIN_COSINE;
  End *best = NULL;

  for (End *end = g_hash_table_lookup (ends, &place); end != NULL; end = end->next)
    {
      const double *second = end->last ? &end->piece->xy[2 * (end->piece->n_points - 2)] : &end->piece->xy[2];
      double cosine = end->piece->used ? -1 : turn_cosine (tail - 2, tail, second);

      if (cosine > best_cosine)
        {
          best_cosine = cosine;
          best = end;
        }
    }
  return best;
}

static void
append_piece (GArray *line, const End *end)
{
  const Piece *piece = end->piece;

  for (guint i = 1; i < piece->n_points; i++)
    g_array_append_vals (line, &piece->xy[2 * (end->last ? piece->n_points - 1 - i : i)], 2);
}

static void
extend (GHashTable *ends, GArray *line)
{
  while (line->len < 2 * MAX_POINTS)
    {
      End *end = find_continuation (ends, line);

      if (end == NULL)
        return;
      append_piece (line, end);
      end->piece->used = TRUE;
    }
}

static void
reverse (GArray *line)
{
  double *xy = (double *) (void *) line->data;
  guint n = line->len / 2;

  for (guint i = 0; i < n / 2; i++)
    for (guint axis = 0; axis < 2; axis++)
      {
        double kept = xy[2 * i + axis];

        xy[2 * i + axis] = xy[2 * (n - 1 - i) + axis];
        xy[2 * (n - 1 - i) + axis] = kept;
      }
}

static gboolean
join_group (Group *group, YzJoinedFunc func, gpointer user_data)
{
  g_autoptr (GHashTable) ends = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree End *store = g_new0 (End, 2 * group->pieces->len);
  g_autoptr (GArray) line = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < group->pieces->len; i++)
    {
      Piece *piece = g_ptr_array_index (group->pieces, i);

      piece->used = FALSE;
      index_end (ends, &store[2 * i], piece, FALSE);
      index_end (ends, &store[2 * i + 1], piece, TRUE);
    }

  for (guint i = 0; i < group->pieces->len; i++)
    {
      Piece *piece = g_ptr_array_index (group->pieces, i);

      if (piece->used)
        continue;
      piece->used = TRUE;
      g_array_set_size (line, 0);
      g_array_append_vals (line, piece->xy, 2 * piece->n_points);
      extend (ends, line);
      reverse (line);
      extend (ends, line);
      if (!func (group->key, (const double *) (void *) line->data, line->len / 2, user_data))
        return FALSE;
    }
  return TRUE;
}

gboolean
yz_line_joiner_foreach (YzLineJoiner *self, YzJoinedFunc func, gpointer user_data)
{
  for (guint i = 0; i < self->groups->len; i++)
    if (!join_group (g_ptr_array_index (self->groups, i), func, user_data))
      return FALSE;
  return TRUE;
}
