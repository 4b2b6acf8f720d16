#include "config.h"

#include "yz-position-evidence.h"

#include <math.h>

#define MIN_COMPARED 3
#define NEAR_ENOUGH 150.0 /* metres: lists place a station at its door, at its house, at its crossing */
#define CLEARLY 2.0
#define MIN_GROUP 3
#define MIN_WITHOUT_GROUP 20 /* places of which nothing says that they belong together */
#define ASTRAY_METRES 60000.0
#define ASTRAY_TIMES 8.0
#define FAR_METRES 300000.0 /* no city is that wide; within it, another city must be nearer */

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static double
take_median (GArray *numbers)
{
  g_array_sort (numbers, compare_doubles);
  return g_array_index (numbers, double, numbers->len / 2);
}

void
yz_datum_weigh (const YzPosition *raw, const YzPosition *known, guint n, YzDatumEvidence *evidence)
{
  g_autoptr (GArray) distances = g_array_new (FALSE, FALSE, sizeof (double));
  double second = G_MAXDOUBLE;

  *evidence = (YzDatumEvidence){ .n = n, .datum = YZ_DATUM_WGS84 };
  for (YzDatum datum = YZ_DATUM_WGS84; datum < YZ_DATUM_BD09MC && n > 0; datum++)
    {
      g_array_set_size (distances, 0);
      for (guint i = 0; i < n; i++)
        {
          double metres = yz_position_distance (yz_datum_convert (raw[i], datum, YZ_DATUM_WGS84), known[i]);

          g_array_append_val (distances, metres);
        }
      evidence->metres[datum] = take_median (distances);
      if (evidence->metres[datum] < evidence->metres[evidence->datum])
        evidence->datum = datum;
    }
  for (YzDatum datum = YZ_DATUM_WGS84; datum < YZ_DATUM_BD09MC; datum++)
    if (datum != evidence->datum)
      second = MIN (second, evidence->metres[datum]);
  evidence->certain = n >= MIN_COMPARED && evidence->metres[evidence->datum] < NEAR_ENOUGH &&
                      second > CLEARLY * MAX (evidence->metres[evidence->datum], 1);
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const YzGroupedPosition *x = a, *y = b;

  return (x->group > y->group) - (x->group < y->group);
}

/* A city or district: where most of its places are. */
typedef struct
{
  guint start, end; /* its members */
  YzPosition middle;
  double median; /* of their distances from the middle */
} Group;

static Group
measure_group (YzGroupedPosition *members, guint start, guint end)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (double));
  Group group = { start, end, { NAN, NAN }, 0 };

  for (guint i = start; i < end; i++)
    g_array_append_val (numbers, members[i].position.lon);
  group.middle.lon = take_median (numbers);
  g_array_set_size (numbers, 0);
  for (guint i = start; i < end; i++)
    g_array_append_val (numbers, members[i].position.lat);
  group.middle.lat = take_median (numbers);

  g_array_set_size (numbers, 0);
  for (guint i = start; i < end; i++)
    {
      members[i].metres = yz_position_distance (group.middle, members[i].position);
      g_array_append_val (numbers, members[i].metres);
    }
  group.median = take_median (numbers);
  return group;
}

static gboolean
is_in_another (GArray *groups, const YzGroupedPosition *member)
{
  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = &g_array_index (groups, Group, i);
      double metres = yz_position_distance (group->middle, member->position);

      if (metres < ASTRAY_METRES && metres < member->metres / 4)
        return TRUE;
    }
  return FALSE;
}

static void
judge_group (GArray *groups, const Group *group, YzGroupedPosition *members)
{
  for (guint i = group->start; i < group->end; i++)
    members[i].astray = members[i].metres > ASTRAY_METRES && members[i].metres > ASTRAY_TIMES * group->median &&
                        (members[i].metres > FAR_METRES || is_in_another (groups, &members[i]));
}

void
yz_positions_find_astray (GArray *positions)
{
  YzGroupedPosition *members = (YzGroupedPosition *) positions->data;
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (Group));

  g_array_sort (positions, compare_groups);
  for (guint start = 0, end; start < positions->len; start = end)
    {
      for (end = start; end < positions->len && members[end].group == members[start].group;)
        end++;
      if (end - start >= (members[start].group != 0 ? MIN_GROUP : MIN_WITHOUT_GROUP))
        {
          Group group = measure_group (members, start, end);

          g_array_append_val (groups, group);
        }
    }
  for (guint i = 0; i < groups->len; i++)
    judge_group (groups, &g_array_index (groups, Group, i), members);
}
