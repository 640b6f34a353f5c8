"""What can be wrong with a text: PowerShell's error ids and texts, in one table."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from .position import Extent

FOREACH_FORM = "\nThe correct form is: foreach ($a in $b) {{...}}"


@enum.unique
class Wrong(enum.Enum):
    """An error's id as its name would read in PowerShell, and its text."""

    EmptyPipeElement = "An empty pipe element is not allowed."
    EmptyPipelineChainElement = "A pipeline chain operator must be followed by a pipeline."
    EmptyVariableReference = (
        "Braced variable name cannot be empty. Add one or more characters between the opening and closing braces."
    )
    EndSquareBracketExpectedAtEndOfAttribute = "Missing ] at end of attribute or type literal."
    EndSquareBracketExpectedAtEndOfType = "Missing ] at end of type token."
    ExpectedExpression = "An expression was expected after '('."
    ExpectedValueExpression = "You must provide a value expression following the '{0}' operator."
    ExpressionsMustBeFirstInPipeline = "Expressions are only allowed as the first element of a pipeline."
    AmpersandNotAllowed = (
        "The ampersand (&) character is not allowed. The & operator is reserved for future use; "
        'wrap an ampersand in double quotation marks ("&") to pass it as part of a string.'
    )
    BackgroundOperatorInPipelineChain = (
        "Background operators can only be used at the end of a pipeline chain."
    )
    BadNumericConstant = "The numeric constant {0} is not valid."
    BaseClassMustBeFirst = "Base class must be first."
    ControlLeavingFinally = "Control cannot leave a finally block."
    CannotUseKeywordInData = "Keyword is not allowed in a Data section."
    DuplicateFormalParameter = "Duplicate parameter ${0} in parameter list."
    DuplicateKeyInHashLiteral = "Duplicate keys '{0}' are not allowed in hash literals."
    DuplicateScriptCommandClause = "Script command clause '{0}' has already been defined."
    IncompleteDollarSubexpressionReference = "$(subexpression) is missing the closing ')'."
    IncompleteDollarVariableReference = "${{{{variable}}}} reference starting is missing the closing '}}}}'."
    IncompleteString = "Incomplete string token."
    InvalidBracedVariableReference = (
        "Variable reference is not valid. The variable name is missing. Consider using a valid variable name."
    )
    InvalidFunctionParameter = (
        "Parameter declarations are a comma-separated list of variable names with optional initializer expressions."
    )
    InvalidLeftHandSide = (
        "The assignment expression is not valid. The input to an assignment operator must be an object "
        "that is able to accept assignments, such as a variable or a property."
    )
    InvalidParameterForDataSectionStatement = (
        'The "{0}" parameter of the Data section is not valid. The valid Data section parameter is SupportedCommand.'
    )
    InvalidUnicodeEscapeSequence = (
        "The Unicode escape sequence is not valid. A valid sequence is `u{{ followed by one to six hex digits "
        "and a closing '}}'."
    )
    InvalidUnicodeEscapeSequenceValue = (
        "The Unicode escape sequence value is out of range. The maximum value is 0x10FFFF."
    )
    TooManyDigitsInUnicodeEscapeSequence = (
        "The Unicode escape sequence contains more than the maximum of six hex digits between braces."
    )
    MissingUnicodeEscapeSequenceTerminator = "The Unicode escape sequence is missing the closing '}}'."
    InvalidVariableReference = (
        "Variable reference is not valid. '$' was not followed by a valid variable name character. "
        "Consider using ${{}} to delimit the name."
    )
    InvalidVariableReferenceWithDrive = (
        "Variable reference is not valid. ':' was not followed by a valid variable name character. "
        "Consider using ${{}} to delimit the name."
    )
    MissingArgument = "Missing argument in parameter list."
    MissingArrayIndexExpression = "Array index expression is missing or not valid."
    MissingCatchHandlerBlock = "The Catch block is missing its statement block."
    MissingCatchOrFinally = "The Try statement is missing its Catch or Finally block."
    MissingColonInTernaryExpression = "Missing ':' in the ternary expression."
    MissingCurlyBraceInSwitchStatement = "Missing '{{' in switch statement."
    MissingEndCurlyBrace = "Missing closing '}}' in statement block or type definition."
    MissingEndParenthesisAfterForeach = "Missing closing ')' after expression part of foreach loop." + FOREACH_FORM
    MissingEndParenthesisAfterStatement = "Missing closing ')' after expression in '{0}' statement."
    MissingEndParenthesisInExpression = "Missing closing ')' in expression."
    MissingEndParenthesisInFunctionParameterList = "Missing ')' in function parameter list."
    MissingEndParenthesisInMethodCall = "Missing ')' in method call."
    MissingEndParenthesisInSubexpression = "Missing closing ')' in subexpression."
    MissingEndParenthesisInSwitchStatement = "Missing ')' after expression in switch statement."
    MissingEndSquareBracket = "Missing ']' after array index expression."
    MissingEqualsInHashLiteral = "Missing '=' operator after key in hash literal."
    MissingExpression = "Missing expression after '{0}' in pipeline element."
    MissingExpressionAfterKeyword = "Missing expression after '{0}' in loop."
    MissingExpressionAfterOperator = "Missing expression after unary operator '{0}'."
    MissingExpressionAfterToken = "Missing expression after '{0}'."
    MissingExpressionInNamedArgument = "Missing expression in named argument."
    MissingFileSpecification = "Missing file specification after redirection operator."
    MissingFilenameOption = "Missing file name after -file in switch statement."
    MissingForeachExpression = "Missing expression in foreach loop." + FOREACH_FORM
    MissingForeachStatement = "Missing statement body in foreach loop." + FOREACH_FORM
    MissingFunctionBody = "Missing function body in function declaration."
    MissingInInForeach = "Missing 'in' after variable in foreach loop." + FOREACH_FORM
    MissingLoopStatement = "Missing statement body in {0} loop."
    MissingMethodBody = "Missing method body in method declaration."
    MissingMethodParameterList = "Missing '(' in method parameter list."
    MissingNameAfterKeyword = "Missing name after {0} keyword."
    MissingNamedBlocks = "unexpected token '{0}', expected 'begin', 'process', 'end', 'clean', or 'dynamicparam'."
    MissingNamedStatementBlock = "Missing statement block after '{0}'."
    MissingOpenParenthesisAfterKeyword = "Missing opening '(' after keyword '{0}'."
    MissingOpenParenthesisInIfStatement = "Missing '(' after '{0}' in if statement."
    MissingPropertyName = "Missing property name after reference operator."
    MissingStatementBlock = "Missing statement block after {0} ( condition )."
    MissingStatementBlockAfterElse = "Missing statement block after 'else' keyword."
    MissingStatementBlockForDataSection = "The Data section is missing its statement block."
    MissingStatementInHashLiteral = "Missing statement after '=' in hash literal."
    MissingSwitchConditionExpression = "Missing condition in switch statement clause."
    MissingSwitchStatementClause = "Missing statement block in switch statement clause."
    MissingEndCurlyBraceInSwitch = "Missing closing '}}' in switch statement."
    MissingTerminatorMultiLineComment = "The terminator '#>' is missing from the multiline comment."
    MissingTrapStatement = "The 'trap' statement was incomplete. A trap statement requires a body."
    MissingTryStatementBlock = "The Try statement is missing its statement block."
    MissingFinallyStatementBlock = "The Finally block is missing its statement block."
    MissingTypeBody = "Missing '{0}' body in '{0}' declaration."
    MissingTypename = "Missing type name after '['."
    MissingUsingItemName = "Missing name after '{0}' in a using statement."
    MissingUsingStatementDirective = "Missing using directive"
    MissingVariableNameAfterForeach = "Missing variable name after foreach." + FOREACH_FORM
    MissingWhileOrUntilInDoWhile = "Missing while or until keyword in do loop."
    OpenBraceNeedsToBeBackTickedInVariableName = "Use `{{ instead of {{ in variable names."
    OperatorRequiresVariableOrProperty = "The '{0}' operator works only on variables or on properties."
    ParameterRequiresArgument = "The parameter '-{0}' requires an argument."
    InvalidSwitchFlag = "The parameter '-{0}' is not a valid parameter for the switch statement."
    PipelineValueRequired = (
        "A switch statement must have one of the following:  '-file file_name' or '( expression )'."
    )
    RedirectionNotSupported = "The '{0}' operator is reserved for future use."
    ReservedKeywordNotAllowed = (
        "The '{0}' keyword is not supported in this version of the language."
    )
    SplattingNotPermitted = (
        "The splatting operator '@' cannot be used to reference variables in an expression. '@{0}' can be used only as "
        "an argument to a command. To reference variables in an expression use '${0}'."
    )
    StreamAlreadyRedirected = "The {0} stream for this command is already redirected."
    TerminatorExpectedAtEndOfString = "The string is missing the terminator: {0}."
    TypeNotAllowedBeforeParam = "Unexpected type [{0}] was found before param."
    TypeNotAllowedBeforeStatement = "Unexpected type [{0}] was found before statement."
    UnexpectedAttribute = "Unexpected attribute '{0}'."
    UnexpectedCharactersAfterHereStringHeader = (
        "No characters are allowed after a here-string header but before the end of the line."
    )
    UnexpectedToken = "Unexpected token '{0}' in expression or statement."
    UnrecognizedToken = "Unrecognized token in source text."
    UsingMustBeAtStartOfScript = "A 'using' statement must appear before any other statements in a script."
    ArrayHasTooManyDimensions = "The array has too many dimensions: {0}. The number of dimensions for an array must be less than or equal to 32."
    DuplicateNamedArgument = "Duplicate named argument '{0}'."
    DuplicateQualifier = "Duplicate qualifier '{0}'."
    IfStatementMissingCondition = "Missing condition in if statement after '{0} ('."
    IncompleteMemberDefinition = "Incomplete class member definition."
    InvalidForeachFlag = "The parameter '-{0}' is not a valid parameter for the foreach statement."
    InvalidUnderlyingType = "Invalid underlying type {0}."
    InvalidValueForUsingItemName = "'{0}' is not a valid value for using name."
    MissingAssemblyNameSpecification = "Missing assembly name."
    MissingBaseCtorCall = "missing base ctor call"
    MissingConfigurationName = "Missing configuration name"
    MissingCurlyInConfigurationStatement = "Missing curly in config"
    MissingEqualsInUsingAlias = "Missing '=' in using alias"
    MissingNamespaceAlias = "Missing alias"
    MissingPropertyTerminator = "Missing terminator"
    MissingStatementAfterKeyword = "Missing statement after '{0}' keyword."
    MissingStatementTerminator = "Missing statement terminator"
    MissingThrottleLimit = "Missing throttle"
    MissingTypeLiteralToken = "Missing type literal."
    MissingValueForSupportedCommandInDataSectionStatement = "Missing command."
    MultipleSwitchDefaultClauses = "Switch statements can have only one default clause."
    ScriptTooComplicated = "The script is too complicated to be parsed."
    TooManyTypes = "Too many types."
    TypeNameExpected = "Type name expected"
    UnexpectedUnaryOperator = "Unexpected unary operator '{0}'."
    WhitespaceBeforeHereStringFooter = "White space is not allowed before the string terminator."


@dataclass(frozen=True, slots=True)
class ParseError:
    """One error: PowerShell's id and message, and where. `incomplete`: more input would mend it."""

    id: str
    message: str
    extent: Extent
    incomplete: bool = False
