#include "config.h"

#include "yz-equipment-audit.h"

typedef struct
{
  GHashTable *pieces; /* piece → YzAuditPiece */
  GHashTable *known;  /* piece → its line's position + 1 */
  GHashTable *tags;   /* tag → its line's position + 1 */
  GArray *lines;
} Audit;

static YzAuditLine *
find_line (Audit *self, const YzAuditSight *sight)
{
  GHashTable *table = sight->piece != 0 ? self->known : self->tags;
  gconstpointer key = sight->piece != 0 ? GUINT_TO_POINTER (sight->piece) : (gconstpointer) sight->tag;
  guint position = GPOINTER_TO_UINT (g_hash_table_lookup (table, key));
  YzAuditLine line = { .piece = sight->piece };

  if (position == 0)
    {
      g_array_append_val (self->lines, line);
      position = self->lines->len;
      g_hash_table_insert (table, (gpointer) key, GUINT_TO_POINTER (position));
    }
  return &g_array_index (self->lines, YzAuditLine, position - 1);
}

static YzAuditFinding
judge (const YzAuditPiece *piece, const YzAuditSight *sight)
{
  if (piece == NULL || piece->gone)
    return YZ_AUDIT_EXTRA;
  return piece->place == sight->place ? YZ_AUDIT_FOUND : YZ_AUDIT_ELSEWHERE;
}

static void
add_sights (Audit *self, const YzAuditSight *sights, guint n_sights)
{
  for (guint i = 0; i < n_sights; i++)
    {
      YzAuditLine *line = find_line (self, &sights[i]);

      line->finding = judge (g_hash_table_lookup (self->pieces, GUINT_TO_POINTER (sights[i].piece)), &sights[i]);
      line->sight = i;
      line->times++;
    }
}

static void
add_missing (Audit *self, guint32 place, const YzAuditPiece *pieces, guint n_pieces)
{
  for (guint i = 0; i < n_pieces; i++)
    {
      YzAuditLine line = { YZ_AUDIT_MISSING, pieces[i].piece, G_MAXUINT, 0 };

      if (pieces[i].place == place && !pieces[i].gone &&
          !g_hash_table_contains (self->known, GUINT_TO_POINTER (pieces[i].piece)))
        g_array_append_val (self->lines, line);
    }
}

GArray *
yz_equipment_audit (guint32 place, const YzAuditPiece *pieces, guint n_pieces, const YzAuditSight *sights,
                    guint n_sights)
{
  g_autoptr (GHashTable) by_piece = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) tags = g_hash_table_new (g_str_hash, g_str_equal);
  Audit self = { by_piece, known, tags, g_array_new (FALSE, FALSE, sizeof (YzAuditLine)) };

  for (guint i = 0; i < n_pieces; i++)
    g_hash_table_insert (by_piece, GUINT_TO_POINTER (pieces[i].piece), (gpointer) &pieces[i]);
  add_sights (&self, sights, n_sights);
  add_missing (&self, place, pieces, n_pieces);
  return self.lines;
}
