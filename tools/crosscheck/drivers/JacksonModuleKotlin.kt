// The part of jackson-module-kotlin that quicktype's code uses, since no Debian package has it: it makes data classes
// with their constructor, whose parameters have the names of the properties. Compile it with -java-parameters.
package com.fasterxml.jackson.module.kotlin

import com.fasterxml.jackson.annotation.JsonCreator
import com.fasterxml.jackson.core.TreeNode
import com.fasterxml.jackson.databind.ObjectMapper
import com.fasterxml.jackson.databind.cfg.MapperConfig
import com.fasterxml.jackson.databind.introspect.Annotated
import com.fasterxml.jackson.databind.introspect.AnnotatedConstructor
import com.fasterxml.jackson.databind.introspect.AnnotatedMember
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector
import com.fasterxml.jackson.databind.module.SimpleModule

private object Constructors : NopAnnotationIntrospector() {
    override fun findImplicitPropertyName(member: AnnotatedMember): String? =
        ((member as? AnnotatedParameter)?.owner as? AnnotatedConstructor)?.annotated?.parameters?.get((member as AnnotatedParameter).index)?.name

    override fun findCreatorAnnotation(config: MapperConfig<*>, creator: Annotated): JsonCreator.Mode? {
        val constructor = (creator as? AnnotatedConstructor)?.annotated ?: return null
        val isOwn = constructor.declaringClass.isAnnotationPresent(Metadata::class.java) && !constructor.isSynthetic
        return if (isOwn && constructor.parameterCount > 0) JsonCreator.Mode.PROPERTIES else null
    }
}

fun jacksonObjectMapper(): ObjectMapper = ObjectMapper().registerModule(object : SimpleModule("kotlin") {
    override fun setupModule(context: SetupContext) {
        super.setupModule(context)
        context.appendAnnotationIntrospector(Constructors)
    }
})

inline fun <reified T> ObjectMapper.readValue(text: String): T = readValue(text, T::class.java)

inline fun <reified T> ObjectMapper.treeToValue(node: TreeNode): T = treeToValue(node, T::class.java)
