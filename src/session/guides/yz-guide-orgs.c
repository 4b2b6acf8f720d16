#include "config.h"

#include "yz-guide-orgs.h"

#include "yz-kinds.h"
#include "yz-store-columns.h"

typedef struct
{
  char *id;
  char *name;
  char *parent;
} Org;

struct _YzGuideOrgs
{
  GPtrArray *all;
  GHashTable *by_id; /* id → Org */
};

static void
org_free (gpointer data)
{
  Org *org = data;

  g_free (org->id);
  g_free (org->name);
  g_free (org->parent);
  g_free (org);
}

static void
on_org (gint64 row, const YzColumn *columns, gpointer data)
{
  YzGuideOrgs *self = data;
  Org *org = g_new0 (Org, 1);

  org->id = g_strdup (columns[0].text);
  org->name = g_strdup (columns[1].text);
  org->parent = g_strdup (columns[2].text);
  g_ptr_array_add (self->all, org);
  g_hash_table_insert (self->by_id, org->id, org);
}

YzGuideOrgs *
yz_guide_orgs_load (YzStore *store, GCancellable *cancellable, GError **error)
{
  static const char *const columns[] = { "id", "name", "parent", NULL };
  g_autoptr (YzGuideOrgs) self = g_new0 (YzGuideOrgs, 1);
  g_autoptr (YzQuery) query = yz_query_new (&yz_org_kind);

  self->all = g_ptr_array_new_with_free_func (org_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  if (!yz_store_read_columns (store, query, columns, on_org, self, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
yz_guide_orgs_free (YzGuideOrgs *self)
{
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->all);
  g_free (self);
}

static Org *
find (YzGuideOrgs *self, const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}

gboolean
yz_guide_orgs_has (YzGuideOrgs *self, const char *org, const char *above)
{
  /* counted, as a damaged file may have a circle */
  for (guint steps = 0; org != NULL && steps <= self->all->len; steps++)
    {
      const Org *found = find (self, org);

      if (g_str_equal (org, above))
        return TRUE;
      org = found != NULL ? found->parent : NULL;
    }
  return FALSE;
}

const char *
yz_guide_orgs_get_top (YzGuideOrgs *self)
{
  const char *top = NULL;

  for (guint i = 0; i < self->all->len; i++)
    {
      const Org *org = g_ptr_array_index (self->all, i);

      if (find (self, org->parent) != NULL)
        continue;
      if (top != NULL)
        return NULL;
      top = org->id;
    }
  return top;
}

const char *
yz_guide_orgs_get_name (YzGuideOrgs *self, const char *org)
{
  const Org *found = find (self, org);

  return found != NULL ? found->name : NULL;
}

char *
yz_guide_orgs_dup_area (YzGuideOrgs *self, const char *org)
{
  static const char *const endings[] = { "总工会", "工会联合会", "联合工会", "工会" };
  const char *name = yz_guide_orgs_get_name (self, org);

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (name, endings[i]) && strlen (name) > strlen (endings[i]))
      return g_strndup (name, strlen (name) - strlen (endings[i]));
  return g_strdup (name);
}
