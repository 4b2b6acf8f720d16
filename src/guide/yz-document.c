#include "config.h"

#include "yz-document.h"

#include "yz-text.h"

struct _YzDocument
{
  GObject parent_instance;
  char *title;
  char *author;
  char *subject;
  char *head_start;
  char *head_end;
  char *foot;
  GPtrArray *sections;
};

G_DEFINE_FINAL_TYPE (YzDocument, yz_document, G_TYPE_OBJECT)

static void
section_free (gpointer data)
{
  YzSection *section = data;

  g_ptr_array_unref (section->blocks);
  g_free (section->head);
  g_free (section);
}

static void
yz_document_finalize (GObject *object)
{
  YzDocument *self = YZ_DOCUMENT (object);

  g_free (self->title);
  g_free (self->author);
  g_free (self->subject);
  g_free (self->head_start);
  g_free (self->head_end);
  g_free (self->foot);
  g_ptr_array_unref (self->sections);
  G_OBJECT_CLASS (yz_document_parent_class)->finalize (object);
}

static void
yz_document_class_init (YzDocumentClass *class)
{
  G_OBJECT_CLASS (class)->finalize = yz_document_finalize;
}

static void
yz_document_init (YzDocument *self)
{
  self->sections = g_ptr_array_new_with_free_func (section_free);
}

YzDocument *
yz_document_new (const char *title)
{
  YzDocument *self = g_object_new (YZ_TYPE_DOCUMENT, NULL);

  self->title = g_strdup (title);
  return self;
}

const char *
yz_document_get_title (YzDocument *self)
{
  return self->title;
}

void
yz_document_set_author (YzDocument *self, const char *author, const char *subject)
{
  yz_set_str (&self->author, author);
  yz_set_str (&self->subject, subject);
}

const char *
yz_document_get_author (YzDocument *self)
{
  return self->author;
}

const char *
yz_document_get_subject (YzDocument *self)
{
  return self->subject;
}

void
yz_document_set_running (YzDocument *self, const char *head_start, const char *head_end, const char *foot)
{
  yz_set_str (&self->head_start, head_start);
  yz_set_str (&self->head_end, head_end);
  yz_set_str (&self->foot, foot);
}

const char *
yz_document_get_head_start (YzDocument *self)
{
  return self->head_start;
}

const char *
yz_document_get_head_end (YzDocument *self)
{
  return self->head_end;
}

const char *
yz_document_get_foot (YzDocument *self)
{
  return self->foot;
}

YzSection *
yz_document_add_section (YzDocument *self, guint columns)
{
  YzSection *section = g_new0 (YzSection, 1);

  section->blocks = g_ptr_array_new_with_free_func (g_object_unref);
  section->columns = columns;
  section->gutter = 6;
  section->panels = 1;
  g_ptr_array_add (self->sections, section);
  return section;
}

guint
yz_document_get_n_sections (YzDocument *self)
{
  return self->sections->len;
}

const YzSection *
yz_document_get_section (YzDocument *self, guint index)
{
  return g_ptr_array_index (self->sections, index);
}

YzBlock *
yz_section_add (YzSection *self, YzBlock *block)
{
  g_ptr_array_add (self->blocks, block);
  return block;
}
